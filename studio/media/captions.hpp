// Captions: as a text file for browsers (WebVTT) and as text samples inside of an MP4 (3GPP timed text).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mrbill::media {

struct Caption {
  double from_second = 0;
  double to_second = 0;
  std::string text;  // UTF-8; a line feed parts lines
};

struct CaptionTrack {
  std::string language;                // BCP 47
  std::vector<Caption> captions = {};  // where two overlap, the earlier ends when the later begins
};

[[nodiscard]] std::string to_webvtt(const CaptionTrack& track);

// A caption, or the silence between two, in milliseconds.
struct TextSample {
  std::int64_t from = 0;
  std::int64_t duration = 0;
  std::vector<std::uint8_t> bytes;
};
// Covers [0, length) without a hole.
[[nodiscard]] std::vector<TextSample> to_text_samples(const CaptionTrack& track, std::int64_t length);

// "pt-BR" -> "por": MP4 knows ISO 639-2 only; what is unknown is "und".
[[nodiscard]] std::string to_iso639_2(std::string_view bcp47);

}  // namespace mrbill::media
