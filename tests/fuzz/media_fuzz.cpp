// Captions of any text stay captions; a segment's file is read or refused, even when whoever wrote it also
// wrote its digest.
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include <base/encoding.hpp>
#include <media/captions.hpp>
#include <media/segment_file.hpp>

#include "property.hpp"

namespace {

using namespace mrbill;

void captions_stay_captions(std::string_view text) {
  const auto half = text.size() / 2;
  const auto first = text.empty() ? 0.0 : static_cast<double>(static_cast<unsigned char>(text[0])) / 50;
  const media::CaptionTrack track{
      "en", {{0, first, std::string(text.substr(0, half))}, {1, 3, std::string(text.substr(half))}}};
  const auto webvtt = media::to_webvtt(track);
  CHECK(webvtt.starts_with("WEBVTT\n"), "the head comes first");
  std::size_t arrows = 0;
  for (auto at = webvtt.find("-->"); at != std::string::npos; at = webvtt.find("-->", at + 1)) ++arrows;
  CHECK(arrows <= 2, "no text becomes a cue");
  std::int64_t now = 0;
  for (const auto& sample : media::to_text_samples(track, 2500)) {
    CHECK(sample.from == now && sample.duration > 0 && sample.bytes.size() >= 2, "samples leave no hole");
    now += sample.duration;
  }
  CHECK(now == 2500, "samples cover the film");
}

void segments_are_read_or_refused(std::string_view body) {
  static const auto file =
      std::filesystem::temp_directory_path() / ("media-fuzz-" + std::to_string(::getpid()));
  auto bytes = "MRBSEG1\n" + std::string(body) + std::string("\x02\0\0\0", 4);
  const auto digest = sha256(bytes);
  bytes.append(digest.begin(), digest.end()).append("MRBSEGE\n");
  std::ofstream(file, std::ios::binary) << bytes;
  if (const auto segment = media::read_segment(file)) {
    CHECK(segment->units.size() == 2 && segment->units[0].is_key, "what is read is what the footer says");
    for (const auto& unit : segment->units)
      CHECK(unit.bytes.empty() ||
                (unit.bytes.data() >= segment->storage.data() &&
                 unit.bytes.data() + unit.bytes.size() <= segment->storage.data() + segment->storage.size()),
            "units lie within the file");
  }
  std::filesystem::remove(file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  captions_stay_captions(text);
  segments_are_read_or_refused(text);
  return 0;
}
