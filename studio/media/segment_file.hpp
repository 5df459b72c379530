// The file of a segment: a header with format and parameter sets, one length-prefixed H.264 access unit a
// frame, and a footer with frame count and digest, so that a file cut short or written by somebody else is
// told apart.
//
//   "MRBSEG1\n" width height frames_per_second sps_size pps_size (u32 each, little-endian) sps pps
//   each frame: size (u32, highest bit: key frame) access unit (NAL units behind 4-byte lengths, as in MP4)
//   frames (u32) SHA-256 of all before it (32 bytes) "MRBSEGE\n"
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include <media/format.hpp>
#include <media/pending_file.hpp>

namespace mrbill::media {

// True when the file is there, was written to its end and is of this format.
[[nodiscard]] bool is_whole_segment(const std::filesystem::path& file, VideoFormat format);

struct ParameterSets {
  std::vector<std::uint8_t> sps;  // without start code or length
  std::vector<std::uint8_t> pps;
  friend bool operator==(const ParameterSets&, const ParameterSets&) = default;
};

struct AccessUnit {
  std::span<const std::uint8_t> bytes;
  bool is_key = false;
};

// A segment read into memory; the units point into it.
struct Segment {
  Segment() = default;
  Segment(Segment&&) = default;
  Segment& operator=(Segment&&) = default;

  VideoFormat format;
  ParameterSets parameter_sets;
  std::vector<AccessUnit> units;
  std::vector<std::uint8_t> storage;
};

// Nothing when it is absent, cut short, damaged or foreign.
[[nodiscard]] std::optional<Segment> read_segment(const std::filesystem::path& file);

// Writes such a file.
class SegmentFile {
 public:
  SegmentFile(std::filesystem::path file, VideoFormat format, const ParameterSets& parameter_sets);
  void add(AccessUnit unit);
  void close();

 private:
  void put(std::span<const std::uint8_t> bytes);

  PendingFile file_;
  StreamDigest digest_;
  std::uint32_t frames_ = 0;
};

}  // namespace mrbill::media
