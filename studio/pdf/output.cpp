#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <stdexcept>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <zlib.h>

#include <fmt/format.h>

#include <base/encoding.hpp>
#include <pdf/output.hpp>

namespace mrbill::pdf {
namespace {

constexpr std::size_t full = 256UL * 1024;
constexpr std::uint8_t max_in_pack = 200;
constexpr int level = 5;  // of zlib: 6 takes a third longer for two per cent

const Bytef* bytes_of(std::string_view text) {
  return reinterpret_cast<const Bytef*>(text.data());
}

}  // namespace

std::string deflated(std::string_view data) {
  auto size = ::compressBound(data.size());
  std::string out(size, '\0');
  if (::compress2(reinterpret_cast<Bytef*>(out.data()), &size, bytes_of(data), data.size(), level) != Z_OK)
    throw std::bad_alloc();
  out.resize(size);
  return out;
}

Output::Output(const std::filesystem::path& file)
    : name_(file.string()),
      descriptor_(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), name_);
  write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
}

Output::~Output() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Ref Output::reserve() {
  entries_.emplace_back();
  return static_cast<Ref>(entries_.size() - 1);
}

void Output::put(Ref ref, std::string_view object) {
  if (pack_ref_ == 0) pack_ref_ = reserve();
  entries_[ref] = {2, pack_count_, pack_ref_};
  fmt::format_to(std::back_inserter(pack_index_), "{} {} ", ref, pack_.size());
  pack_.append(object) += '\n';
  if (++pack_count_ == max_in_pack) flush_pack();
}

void Output::flush_pack() {
  if (pack_count_ == 0) return;
  const auto first = pack_index_.size();
  pack_index_ += pack_;
  put_stream(pack_ref_, fmt::format("/Type/ObjStm/N {}/First {}", pack_count_, first), pack_index_);
  pack_index_.clear();
  pack_.clear();
  pack_count_ = 0;
  pack_ref_ = 0;
}

void Output::put_stream(Ref ref, std::string_view entries, std::string_view data) {
  write_stream(ref, fmt::format("{}/Filter/FlateDecode", entries), deflated(data));
}

void Output::put_plain_stream(Ref ref, std::string_view entries, std::string_view data) {
  write_stream(ref, entries, data);
}

void Output::write_stream(Ref ref, std::string_view entries, std::string_view data) {
  entries_[ref] = {1, 0, written_};
  write(fmt::format("{} 0 obj\n<<{}/Length {}>>\nstream\n", ref, entries, data.size()));
  write(data);
  write("\nendstream\nendobj\n");
}

// One row of 1 + 5 + 1 bytes for each object.
std::string Output::cross_references() const {
  std::string rows;
  rows.reserve(entries_.size() * 7);
  for (const auto& entry : entries_) {
    rows += static_cast<char>(entry.kind);
    for (int shift = 32; shift >= 0; shift -= 8) rows += static_cast<char>(entry.place >> shift & 0xFF);
    rows += static_cast<char>(entry.index);
  }
  return rows;
}

void Output::finish(Ref catalog, Ref info) {
  flush_pack();
  const auto self = reserve();
  entries_[self] = {1, 0, written_};
  const auto start = written_;
  auto rows = cross_references();
  const auto digest = sha256(rows + std::to_string(checksum_));
  const auto id = to_hex(std::span(digest).first(16));
  const auto data = deflated(rows);
  write(
      fmt::format("{} 0 obj\n<</Type/XRef/Size {}/W[1 5 1]/Root {} 0 R/Info {} 0 "
                  "R/ID[<{}><{}>]/Filter/FlateDecode/Length {}>>\nstream\n",
                  self, entries_.size(), catalog, info, id, id, data.size()));
  write(data);
  write(fmt::format("\nendstream\nendobj\nstartxref\n{}\n%%EOF\n", start));
  flush();
  if (::close(std::exchange(descriptor_, -1)) != 0)
    throw std::system_error(errno, std::generic_category(), name_);
}

void Output::write(std::string_view bytes) {
  checksum_ =
      static_cast<std::uint32_t>(::crc32(checksum_, bytes_of(bytes), static_cast<uInt>(bytes.size())));
  written_ += bytes.size();
  buffer_ += bytes;
  if (buffer_.size() >= full) flush();
}

void Output::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const auto came = ::write(descriptor_, left.data(), left.size());
    if (came < 0) {
      if (errno == EINTR) continue;
      throw std::system_error(errno, std::generic_category(), name_);
    }
    left.remove_prefix(static_cast<std::size_t>(came));
  }
  buffer_.clear();
}

}  // namespace mrbill::pdf
