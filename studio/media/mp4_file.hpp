// libavformat's MP4 writer behind three kinds of tracks. Packets come in the order of time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include <media/aac.hpp>
#include <media/movie.hpp>
#include <media/segment_file.hpp>

namespace mrbill::media {

struct TrackPacket {
  std::span<const std::uint8_t> bytes;
  std::int64_t pts = 0;       // in the track's own units: frames, samples, milliseconds
  std::int64_t duration = 1;  // in the same units
  bool is_key = true;
};

class Mp4File {
 public:
  Mp4File(const std::filesystem::path& file, const Movie& movie);
  ~Mp4File();
  Mp4File(const Mp4File&) = delete;
  Mp4File& operator=(const Mp4File&) = delete;

  // Each answers the track's number. All come before begin().
  int add_pictures(VideoFormat format, const ParameterSets& parameter_sets);
  int add_sound(const AacStream& sound, const std::string& language);
  int add_text(VideoFormat format, const std::string& language);
  void begin();
  void write(int track, const TrackPacket& packet);
  void end();

 private:
  struct Muxer;
  std::unique_ptr<Muxer> muxer_;
};

}  // namespace mrbill::media
