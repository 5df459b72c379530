#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include <openssl/evp.h>

#include <base/check.hpp>
#include <media/pending_file.hpp>

namespace mrbill::media {
namespace {

constexpr std::size_t piece = 1 << 20;

void require(bool done, const char* what, const std::filesystem::path& file) {
  if (!done)
    throw MediaUnavailable(std::string("cannot ") + what + " " + file.string() + ": " + std::strerror(errno));
}

void make_durable(const std::filesystem::path& folder) {
  const auto descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  require(descriptor >= 0, "open", folder);
  const auto done = ::fsync(descriptor) == 0;
  ::close(descriptor);
  require(done, "make durable", folder);
}

}  // namespace

PendingFile::PendingFile(std::filesystem::path target)
    : target_(std::move(target)),
      part_(target_.string() + ".part"),
      descriptor_(::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640)) {
  require(descriptor_ >= 0, "write", part_);
}

PendingFile::~PendingFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(part_.c_str());
}

void PendingFile::write(std::span<const std::uint8_t> bytes) {
  waiting_.insert(waiting_.end(), bytes.begin(), bytes.end());
  if (waiting_.size() >= piece) flush();
}

void PendingFile::flush() {
  std::span<const std::uint8_t> left = waiting_;
  while (!left.empty()) {
    const auto written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    require(written > 0, "write", part_);
    left = left.subspan(static_cast<std::size_t>(written));
  }
  waiting_.clear();
}

void PendingFile::commit() {
  CHECK(descriptor_ >= 0, "a file is committed once");
  flush();
  require(::fsync(descriptor_) == 0, "make durable", part_);
  require(::rename(part_.c_str(), target_.c_str()) == 0, "rename", part_);
  ::close(std::exchange(descriptor_, -1));
  make_durable(target_.parent_path());
}

struct StreamDigest::Context {
  EVP_MD_CTX* md = EVP_MD_CTX_new();
  Context() { CHECK(md && EVP_DigestInit_ex(md, EVP_sha256(), nullptr) == 1, "SHA-256 is there"); }
  ~Context() { EVP_MD_CTX_free(md); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
};

StreamDigest::StreamDigest() : context_(std::make_unique<Context>()) {}
StreamDigest::~StreamDigest() = default;

void StreamDigest::add(std::span<const std::uint8_t> bytes) {
  CHECK(EVP_DigestUpdate(context_->md, bytes.data(), bytes.size()) == 1, "a digest takes any piece");
}

Sha256 StreamDigest::finish() {
  Sha256 out;
  CHECK(EVP_DigestFinal_ex(context_->md, out.data(), nullptr) == 1, "a digest ends once");
  return out;
}

}  // namespace mrbill::media
