#include "adapters/process/file_pieces.hpp"

#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace mrbill::content {
namespace {

constexpr std::size_t piece_bytes = 256 * 1024;

class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void fail_with(int error, const char* what) {
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) throw NoRoom(what);
  throw std::system_error(error, std::generic_category(), what);
}

bool write_all(const File& file, std::string_view text) {
  if (!file.is_open()) fail_with(errno, "a scratch file cannot be opened");
  while (!text.empty()) {
    const auto count = ::write(file.descriptor(), text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail_with(errno, "a scratch file cannot be written");
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string read_piece(const File& file) {
  std::string piece(piece_bytes, '\0');
  for (;;) {
    const auto count = ::read(file.descriptor(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail_with(errno, "a scratch file cannot be read");
    piece.resize(static_cast<std::size_t>(count));
    return piece;
  }
}

Task<std::string> next_piece(WorkPool& pool, std::shared_ptr<File> file) {
  auto work = [file] { return read_piece(*file); };
  co_return co_await pool.run(std::move(work));
}

}  // namespace

Task<> append_to_file(WorkPool& pool, std::filesystem::path path, std::string text) {
  auto work = [path = std::move(path), text = std::move(text)] {
    return write_all(File(path, O_WRONLY | O_CREAT | O_APPEND), text);
  };
  co_await pool.run(std::move(work));
}

Task<> write_file(WorkPool& pool, std::filesystem::path path, Pieces pieces) {
  const auto file = std::make_shared<File>(path, O_WRONLY | O_CREAT | O_TRUNC);
  for (auto piece = co_await pieces(); !piece.empty(); piece = co_await pieces()) {
    auto work = [file, piece = std::move(piece)] { return write_all(*file, piece); };
    co_await pool.run(std::move(work));
  }
}

Task<std::optional<Content>> open_file(WorkPool& pool, std::filesystem::path path) {
  auto file = std::make_shared<File>(path, O_RDONLY);
  struct stat status{};
  if (!file->is_open() || ::fstat(file->descriptor(), &status) != 0 || !S_ISREG(status.st_mode))
    co_return std::nullopt;
  Content content{.size = static_cast<std::uint64_t>(status.st_size)};
  content.pieces = [&pool, file] { return next_piece(pool, file); };
  co_return content;
}

}  // namespace mrbill::content
