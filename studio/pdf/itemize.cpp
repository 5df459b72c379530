#include <algorithm>
#include <fribidi.h>
#include <hb.h>
#include <memory>
#include <utf8proc.h>

#include <pdf/itemize.hpp>
#include <pdf/shaping_buffer.hpp>

namespace mrbill::pdf {
namespace {

// Joiners, variation selectors, bidi controls: a font need not have them.
bool is_ignorable(char32_t character) {
  return (character >= 0x200B && character <= 0x200F) || (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2060 && character <= 0x206F) || (character >= 0xFE00 && character <= 0xFE0F) ||
         character == 0xFEFF || character == 0xAD || (character >= 0xE0000 && character <= 0xE0FFF) ||
         character < 0x20 || (character >= 0x7F && character < 0xA0);
}

struct Characters {
  std::vector<char32_t> characters;
  std::vector<std::size_t> offsets;  // bytes; one more for the end
};

Characters characters_of(std::string_view line) {
  Characters out;
  for (std::size_t at = 0; at < line.size();) {
    const auto [character, size] = decode(line.substr(at));
    out.characters.push_back(character < 0x20 ? U' ' : character);
    out.offsets.push_back(at);
    at += size;
  }
  out.offsets.push_back(line.size());
  return out;
}

std::vector<FriBidiLevel> levels_of(const std::vector<char32_t>& characters) {
  const auto size = static_cast<FriBidiStrIndex>(characters.size());
  std::vector<FriBidiChar> text(characters.begin(), characters.end());
  std::vector<FriBidiCharType> types(characters.size());
  std::vector<FriBidiBracketType> brackets(characters.size());
  std::vector<FriBidiLevel> levels(characters.size(), 0);
  fribidi_get_bidi_types(text.data(), size, types.data());
  fribidi_get_bracket_types(text.data(), size, types.data(), brackets.data());
  FriBidiParType direction = FRIBIDI_PAR_WLTR;  // as its first strong letter says
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), size, &direction, levels.data()) ==
      0)
    std::ranges::fill(levels, FriBidiLevel{0});
  return levels;
}

// UAX 9, rule L2.
void reorder(std::vector<Item>& items) {
  int highest = 0;
  for (const auto& item : items) highest = std::max(highest, item.level);
  for (int level = highest; level > 0; --level) {
    for (auto first = items.begin(); first != items.end();) {
      first = std::find_if(first, items.end(), [&](const Item& item) { return item.level >= level; });
      const auto last =
          std::find_if(first, items.end(), [&](const Item& item) { return item.level < level; });
      std::reverse(first, last);
      first = last;
    }
  }
}

bool is_own_script(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

}  // namespace

std::size_t cluster_size(std::string_view text) {
  auto [before, end] = decode(text);
  utf8proc_int32_t state = 0;
  while (end < text.size()) {
    const auto [character, size] = decode(text.substr(end));
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                         static_cast<utf8proc_int32_t>(character), &state) != 0)
      break;
    before = character;
    end += size;
  }
  return end;
}

bool wants_emoji(std::string_view cluster) {
  bool first = true;
  while (!cluster.empty()) {
    const auto [character, size] = decode(cluster);
    cluster.remove_prefix(size);
    if (character == 0xFE0E) return false;
    if (character == 0xFE0F || character == 0x20E3) return true;
    if (first && ((character >= 0x1F000 && character <= 0x1FAFF) || character == 0x2705 ||
                  character == 0x2728 || character == 0x274C || character == 0x2B50))
      return true;
    first = false;
  }
  return false;
}

bool is_ideograph(char32_t character) {
  return (character >= 0x2E80 && character <= 0xA4CF) || (character >= 0xAC00 && character <= 0xD7AF) ||
         (character >= 0xF900 && character <= 0xFAFF) || (character >= 0xFF00 && character <= 0xFF60) ||
         (character >= 0x20000 && character <= 0x3FFFF) || (character >= 0x1F000 && character <= 0x1FAFF);
}

bool has_all(const Face& face, std::string_view cluster) {
  while (!cluster.empty()) {
    const auto [character, size] = decode(cluster);
    cluster.remove_prefix(size);
    if (!is_ignorable(character) && face.glyph(character) == 0) return false;
  }
  return true;
}

std::vector<Item> itemize(std::string_view line,
                          const std::function<Face*(std::string_view cluster)>& face_for) {
  std::vector<Item> items;
  const auto [characters, offsets] = characters_of(line);
  const auto levels = levels_of(characters);
  auto* functions = hb_unicode_funcs_get_default();
  for (std::size_t at = 0; at < characters.size();) {
    const auto size = cluster_size(line.substr(offsets[at]));
    auto* face = face_for(line.substr(offsets[at], size));
    auto script = hb_unicode_script(functions, characters[at]);
    if (!is_own_script(script) && !items.empty()) script = static_cast<hb_script_t>(items.back().script);
    const bool adopts = !items.empty() && !is_own_script(static_cast<hb_script_t>(items.back().script));
    if (!items.empty() && items.back().face == face && items.back().level == levels[at] &&
        (adopts || items.back().script == static_cast<std::uint32_t>(script))) {
      items.back().size += size;
      if (adopts) items.back().script = script;
    } else {
      items.push_back({offsets[at], size, face, static_cast<std::uint32_t>(script), levels[at]});
    }
    const auto end = offsets[at] + size;
    while (at < characters.size() && offsets[at] < end) ++at;
  }
  reorder(items);
  return items;
}

GlyphRun shape(std::string_view line, const Item& item) {
  GlyphRun run{.face = item.face, .text = std::string(line.substr(item.begin, item.size)), .glyphs = {}};
  std::ranges::replace_if(run.text, [](char byte) { return static_cast<unsigned char>(byte) < 0x20; }, ' ');
  const auto buffer = make_shaping_buffer();
  hb_buffer_add_utf8(buffer.get(), run.text.data(), static_cast<int>(run.text.size()), 0,
                     static_cast<int>(run.text.size()));
  hb_buffer_set_direction(buffer.get(), item.level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), static_cast<hb_script_t>(item.script));
  hb_buffer_set_language(buffer.get(), hb_language_from_string("en", -1));
  hb_shape(item.face->font(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const auto* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const auto* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  const double units = hb_face_get_upem(hb_font_get_face(item.face->font()));
  // What no font has is a mark that says so; PDF/UA-1 (7.21.8) admits no glyph of the kind "not defined".
  const auto missing = item.face->glyph(0xFFFD) != 0 ? item.face->glyph(0xFFFD) : item.face->glyph(U'?');
  // The first glyph of a cluster, in reading order, speaks for all of it: its text ends where the next
  // cluster begins.
  std::vector<std::uint32_t> starts;
  for (unsigned i = 0; i < count; ++i) starts.push_back(infos[i].cluster);
  std::ranges::sort(starts);
  for (unsigned i = 0; i < count; ++i) {
    const auto begin = infos[i].cluster;
    const auto next = std::ranges::upper_bound(starts, begin);
    const auto end = next == starts.end() ? run.text.size() : *next;
    const bool speaks = i == 0 || infos[i - 1].cluster != begin;
    const bool known = infos[i].codepoint != 0;
    run.glyphs.push_back({known ? infos[i].codepoint : missing,
                          known ? positions[i].x_advance / units : item.face->advance(missing),
                          positions[i].x_offset / units, positions[i].y_offset / units, begin,
                          speaks ? static_cast<std::uint32_t>(end - begin) : 0});
  }
  return run;
}

}  // namespace mrbill::pdf
