#include <algorithm>
#include <fstream>
#include <string_view>

#include <media/segment_file.hpp>

namespace mrbill::media {
namespace {

constexpr std::string_view head_magic = "MRBSEG1\n";
constexpr std::string_view foot_magic = "MRBSEGE\n";
constexpr std::size_t head_size = head_magic.size() + 5 * 4;
constexpr std::size_t foot_size = 4 + 32 + foot_magic.size();
constexpr std::uint32_t key_bit = 0x8000'0000U;
constexpr std::uintmax_t max_file = std::uintmax_t{1} << 30;

void put_u32(std::vector<std::uint8_t>& out, std::uint32_t value) {
  for (const auto shift : {0, 8, 16, 24}) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

// Reads forward; once it ran over the end it stays failed.
class Cursor {
 public:
  explicit Cursor(std::span<const std::uint8_t> bytes) : left_(bytes) {}

  std::span<const std::uint8_t> take(std::size_t size) {
    if (size > left_.size()) {
      failed_ = true;
      return {};
    }
    const auto out = left_.first(size);
    left_ = left_.subspan(size);
    return out;
  }
  std::uint32_t u32() {
    const auto bytes = take(4);
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) out |= std::uint32_t{bytes[i]} << (8 * i);
    return out;
  }
  bool is(std::string_view text) { return std::ranges::equal(take(text.size()), as_bytes(text)); }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool done() const { return left_.empty(); }

 private:
  std::span<const std::uint8_t> left_;
  bool failed_ = false;
};

std::vector<std::uint8_t> read_bytes(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error || size > max_file) return {};
  std::vector<std::uint8_t> out(size);
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(size));
  return in ? out : std::vector<std::uint8_t>{};
}

// The footer's frame count, when footer and digest are right.
std::optional<std::uint32_t> frames_of(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < head_size + foot_size) return std::nullopt;
  Cursor foot(bytes.last(foot_size));
  const auto frames = foot.u32();
  const auto digest = foot.take(32);
  if (!foot.is(foot_magic)) return std::nullopt;
  StreamDigest actual;
  actual.add(bytes.first(bytes.size() - 32 - foot_magic.size()));
  if (!std::ranges::equal(actual.finish(), digest)) return std::nullopt;
  return frames;
}

std::vector<std::uint8_t> copy_of(std::span<const std::uint8_t> bytes) {
  return {bytes.begin(), bytes.end()};
}

bool read_head(Cursor& cursor, Segment& out) {
  if (!cursor.is(head_magic)) return false;
  out.format.width = static_cast<int>(cursor.u32());
  out.format.height = static_cast<int>(cursor.u32());
  out.format.frames_per_second = static_cast<int>(cursor.u32());
  const auto sps = cursor.u32();
  const auto pps = cursor.u32();
  out.parameter_sets = {copy_of(cursor.take(sps)), copy_of(cursor.take(pps))};
  return !cursor.failed();
}

}  // namespace

std::optional<Segment> read_segment(const std::filesystem::path& file) {
  Segment out;
  out.storage = read_bytes(file);
  const auto frames = frames_of(out.storage);
  if (!frames) return std::nullopt;
  Cursor cursor(std::span<const std::uint8_t>(out.storage).first(out.storage.size() - foot_size));
  if (!read_head(cursor, out)) return std::nullopt;
  while (!cursor.done() && !cursor.failed()) {
    const auto word = cursor.u32();
    out.units.push_back({cursor.take(word & ~key_bit), (word & key_bit) != 0});
  }
  const auto is_closed = !out.units.empty() && out.units.front().is_key;
  return cursor.failed() || out.units.size() != *frames || !is_closed ? std::nullopt
                                                                      : std::optional(std::move(out));
}

bool is_whole_segment(const std::filesystem::path& file, VideoFormat format) {
  const auto segment = read_segment(file);
  return segment && segment->format == format;
}

SegmentFile::SegmentFile(std::filesystem::path file, VideoFormat format, const ParameterSets& parameter_sets)
    : file_(std::move(file)) {
  std::vector<std::uint8_t> head(head_magic.begin(), head_magic.end());
  for (const auto value : {format.width, format.height, format.frames_per_second})
    put_u32(head, static_cast<std::uint32_t>(value));
  put_u32(head, static_cast<std::uint32_t>(parameter_sets.sps.size()));
  put_u32(head, static_cast<std::uint32_t>(parameter_sets.pps.size()));
  put(head);
  put(parameter_sets.sps);
  put(parameter_sets.pps);
}

void SegmentFile::put(std::span<const std::uint8_t> bytes) {
  digest_.add(bytes);
  file_.write(bytes);
}

void SegmentFile::add(AccessUnit unit) {
  std::vector<std::uint8_t> size;
  put_u32(size, static_cast<std::uint32_t>(unit.bytes.size()) | (unit.is_key ? key_bit : 0));
  put(size);
  put(unit.bytes);
  ++frames_;
}

void SegmentFile::close() {
  std::vector<std::uint8_t> frames;
  put_u32(frames, frames_);
  put(frames);
  file_.write(digest_.finish());
  file_.write(as_bytes(foot_magic));
  file_.commit();
}

}  // namespace mrbill::media
