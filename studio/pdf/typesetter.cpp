#include <algorithm>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include <base/number.hpp>
#include <pdf/itemize.hpp>
#include <pdf/typesetter.hpp>

namespace mrbill::pdf {
namespace {

constexpr char32_t space = U' ';

// Letters that stand alone whatever is beside them; what is left is itemized and shaped.
bool stands_alone(char32_t character) {
  if (character < 0x300) return character != 0xAD;
  if (character < 0x370 || character >= 0x2C00) return false;  // combining marks; all behind the symbols
  if (character < 0x590) return true;                          // Greek, Cyrillic, Armenian
  return character >= 0x2010 && character != 0x2028 && character != 0x2029 &&
         !(character >= 0x202A && character <= 0x202E) && !(character >= 0x2060 && character <= 0x206F) &&
         !(character >= 0x20D0 && character <= 0x20FF);
}

bool breaks_behind(char32_t character) {
  return character == U'-' || character == U'/' || character == U'_' || character == U',' ||
         character == U'.';
}

void drop_trailing_spaces(std::string_view& text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
}

}  // namespace

Colour colour(std::string_view hex) {
  const auto part = [&](std::size_t at) {
    return hex.size() == 7 ? number_in<int>(hex.substr(at, 2), 16).value_or(0) / 255.0 : 0;
  };
  return {part(1), part(3), part(5)};
}

Typesetter::Typesetter(std::filesystem::path folder, std::span<const std::string_view> fallbacks,
                       Output& output)
    : folder_(std::move(folder)), fallbacks_(fallbacks.begin(), fallbacks.end()), output_(output) {}

Face& Typesetter::face(std::string_view file) {
  const auto known = faces_.find(file);
  if (known != faces_.end() && known->second != nullptr) return *known->second;
  auto& made = owned_.emplace_back(fmt::format("F{}", owned_.size()), folder_ / file, 0, output_);
  faces_[std::string(file)] = &made;
  return made;
}

double Typesetter::character_width(char32_t character, const Style& style) const {
  return (style.face->advance(style.glyph(character)) + style.tracking) * style.size;
}

bool Typesetter::is_plain(std::string_view text, const Face& face) const {
  while (!text.empty()) {
    const auto [character, size] = decode(text);
    text.remove_prefix(size);
    if (character >= space && (!stands_alone(character) || face.glyph(character) == 0)) return false;
  }
  return true;
}

Line Typesetter::line(std::string_view text, const Style& style) {
  Line line{.text = text, .width = 0, .runs = {}};
  if (!style.kerned && is_plain(text, *style.face)) {
    for (auto left = text; !left.empty();) {
      const auto [character, size] = decode(left);
      left.remove_prefix(size);
      line.width += character_width(character, style);
    }
    return line;
  }
  line.runs = shaped(text, style);
  for (const auto& run : line.runs) {
    for (const auto& glyph : run.glyphs) line.width += (glyph.advance + style.tracking) * style.size;
  }
  return line;
}

std::vector<Line> Typesetter::lines(std::string_view text, const Style& style, double width) {
  std::vector<Line> out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto paragraph = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (paragraph.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (!style.kerned && is_plain(paragraph, *style.face)) {
      break_plain(paragraph, style, width, out);
    } else {
      break_shaped(paragraph, style, width, out);
    }
  }
  return out;
}

void Typesetter::break_plain(std::string_view paragraph, const Style& style, double width,
                             std::vector<Line>& out) const {
  std::size_t begin = 0, best = 0, at = 0;  // of the line, behind the last good break, now
  double used = 0, used_at_best = 0;
  const auto emit = [&](std::size_t end, double line_width) {
    auto text = paragraph.substr(begin, end - begin);
    const auto full = text.size();
    drop_trailing_spaces(text);
    line_width -= static_cast<double>(full - text.size()) * character_width(space, style);
    if (!text.empty()) out.push_back({.text = text, .width = line_width, .runs = {}});
    begin = end;
  };
  while (at < paragraph.size()) {
    const auto [character, size] = decode(paragraph.substr(at));
    const auto step = character_width(character, style);
    if (used + step > width && character != space && at > begin) {
      const bool good = best > begin;
      emit(good ? best : at, good ? used_at_best : used);
      used = good ? used - used_at_best : 0;
      best = begin;
    }
    used += step;
    at += size;
    if (character <= space || breaks_behind(character)) {
      best = at;
      used_at_best = used;
    }
  }
  emit(paragraph.size(), used);
}

// Clusters are measured one by one, words are kept together, each line is shaped as a whole.
void Typesetter::break_shaped(std::string_view paragraph, const Style& style, double width,
                              std::vector<Line>& out) {
  std::size_t begin = 0, best = 0, at = 0;
  double used = 0, used_at_best = 0;
  const auto emit = [&](std::size_t end) {
    auto text = paragraph.substr(begin, end - begin);
    drop_trailing_spaces(text);
    if (!text.empty()) out.push_back(line(text, style));
    begin = end;
  };
  const Style measured{
      .face = style.face, .size = style.size, .ink = {}, .tracking = style.tracking, .kerned = false};
  while (at < paragraph.size()) {
    const auto size = cluster_size(paragraph.substr(at));
    const auto cluster = paragraph.substr(at, size);
    const auto character = decode(cluster).character;
    const auto step = line(cluster, measured).width;
    if (used + step > width && character != space && at > begin) {
      const bool good = best > begin;
      emit(good ? best : at);
      used = good ? used - used_at_best : 0;
      best = begin;
    }
    used += step;
    at += size;
    if (character <= space || breaks_behind(character) || is_ideograph(character)) {
      best = at;
      used_at_best = used;
    }
  }
  emit(paragraph.size());
}

Face& Typesetter::face_for(std::string_view cluster, Face& own) {
  const bool emoji = wants_emoji(cluster);
  if (!emoji && has_all(own, cluster)) return own;
  std::optional<std::reference_wrapper<Face>> found;
  for (const auto& file : fallbacks_) {
    if (!faces_.contains(file) && !std::filesystem::exists(folder_ / file)) faces_[file] = nullptr;
    const auto known = faces_.find(file);
    if (known != faces_.end() && known->second == nullptr) continue;
    auto& candidate = face(file);
    if (!has_all(candidate, cluster)) continue;
    if (candidate.is_colour() == emoji) return candidate;
    if (!found) found = candidate;
  }
  return found ? found->get() : own;
}

std::vector<GlyphRun> Typesetter::shaped(std::string_view text, const Style& style) {
  const auto items = itemize(text, [&](std::string_view cluster) { return &face_for(cluster, *style.face); });
  std::vector<GlyphRun> runs;
  runs.reserve(items.size());
  for (const auto& item : items) runs.push_back(shape(text, item));
  return runs;
}

std::string Typesetter::resources() const {
  std::string out = "/Font<<";
  for (const auto& face : owned_) {
    if (face.is_used()) fmt::format_to(std::back_inserter(out), "/{} {} 0 R", face.name(), face.ref());
  }
  colours_.append_resources(out);
  return out + ">>";
}

void Typesetter::write() {
  for (const auto& face : owned_) {
    if (face.is_used()) face.write(output_);
  }
  colours_.write(output_);
}

}  // namespace mrbill::pdf
