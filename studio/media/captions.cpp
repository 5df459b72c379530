#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include <media/captions.hpp>

namespace mrbill::media {
namespace {

std::int64_t to_milliseconds(double seconds) {
  return std::llround(std::max(seconds, 0.0) * 1000);
}

struct Shown {
  std::int64_t from;
  std::int64_t to;
  std::string_view text;
};

// By time, none over another, none empty.
std::vector<Shown> shown_of(const CaptionTrack& track) {
  std::vector<Shown> out;
  for (const auto& caption : track.captions)
    out.push_back({to_milliseconds(caption.from_second), to_milliseconds(caption.to_second), caption.text});
  std::ranges::sort(out, {}, [](const Shown& each) { return std::pair(each.from, each.to); });
  for (std::size_t i = 1; i < out.size(); ++i) out[i - 1].to = std::min(out[i - 1].to, out[i].from);
  std::erase_if(out, [](const Shown& each) { return each.from >= each.to; });
  return out;
}

std::string to_timestamp(std::int64_t milliseconds) {
  return fmt::format("{:02}:{:02}:{:02}.{:03}", milliseconds / 3'600'000, milliseconds / 60'000 % 60,
                     milliseconds / 1000 % 60, milliseconds % 1000);
}

// WebVTT's markup is escaped; an empty line would end the cue, and so would a NUL be refused.
std::string to_cue_text(std::string_view text) {
  std::string out;
  for (const auto letter : text) {
    if (letter == '&') {
      out += "&amp;";
    } else if (letter == '<') {
      out += "&lt;";
    } else if (letter == '>') {
      out += "&gt;";
    } else if (letter == '\n' && (out.empty() || out.back() == '\n')) {
      continue;
    } else if (static_cast<unsigned char>(letter) >= ' ' || letter == '\n') {
      out += letter;
    }
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

// 3GPP TS 26.245: a 16-bit length, then UTF-8. Cut at a letter's border when it is too long.
std::vector<std::uint8_t> to_text_bytes(std::string_view text) {
  std::size_t size = std::min<std::size_t>(text.size(), 0xFFFF);
  while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  std::vector<std::uint8_t> out{static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size & 0xFF)};
  out.insert(out.end(), text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
  return out;
}

}  // namespace

std::string to_webvtt(const CaptionTrack& track) {
  std::string out = "WEBVTT\n";
  for (const auto& each : shown_of(track)) {
    const auto text = to_cue_text(each.text);
    if (text.empty()) continue;
    out += fmt::format("\n{} --> {}\n{}\n", to_timestamp(each.from), to_timestamp(each.to), text);
  }
  return out;
}

std::vector<TextSample> to_text_samples(const CaptionTrack& track, std::int64_t length) {
  std::vector<TextSample> out;
  std::int64_t now = 0;
  const auto add = [&](std::int64_t until, std::string_view text) {
    if (until > now) out.push_back({now, until - now, to_text_bytes(text)});
    now = std::max(now, until);
  };
  for (const auto& each : shown_of(track)) {
    add(std::min(each.from, length), {});
    add(std::min(each.to, length), each.text);
  }
  add(length, {});
  return out;
}

std::string to_iso639_2(std::string_view bcp47) {
  using Name = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Name, 8> known{{{"pt", "por"},
                                       {"en", "eng"},
                                       {"es", "spa"},
                                       {"fr", "fra"},
                                       {"de", "deu"},
                                       {"it", "ita"},
                                       {"ja", "jpn"},
                                       {"zh", "zho"}}};
  const auto primary = bcp47.substr(0, bcp47.find('-'));
  for (const auto& [two, three] : known)
    if (two == primary) return std::string(three);
  return "und";
}

}  // namespace mrbill::media
