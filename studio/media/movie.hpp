// Segments, sound and captions joined into one MP4 that plays while it loads (the index stands first).
//
//   write_movie({.format = {1920, 1080, 30}, .segments = {"a.seg", "b.seg"}, .samples = music,
//                .title = "2025", .language = "pt-BR"}, "video.mp4");
//
// Pictures are copied, not encoded again. The sound is cut or filled with silence to the pictures' exact
// length. Same input, same bytes. A segment that is missing, damaged or of another format, and a disk that
// fails, throw MediaUnavailable; the file appears whole or not at all.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <media/captions.hpp>
#include <media/format.hpp>

namespace mrbill::media {

inline constexpr int sample_rate = 48'000;

struct Chapter {
  double from_second = 0;
  std::string title;
};

struct Movie {
  VideoFormat format = {};
  std::vector<std::filesystem::path> segments = {};  // in the order in which they are shown
  std::span<const float> samples = {};  // stereo, interleaved, 48 kHz; may be empty: no sound track
  std::vector<CaptionTrack> captions = {};
  std::string title = {};
  std::string language = {};           // BCP 47; of the sound, and of the captions shown first
  std::vector<Chapter> chapters = {};  // by time; may be empty
};

void write_movie(const Movie& movie, const std::filesystem::path& file);

}  // namespace mrbill::media
