// Turns text into lines of glyphs. Most texts are letters the style's own font has: they are measured and
// drawn letter by letter. The others (Arabic, CJK, emoji, combining marks ...) are cut into runs of one font,
// script and direction (UAX 9) and shaped by HarfBuzz.
//
//   Typesetter type(folder, output);
//   const Style body{.face = &type.face("Inter-Regular.otf"), .size = 8};
//   for (const auto& line : type.lines(description, body, 240)) canvas.text(line, body, x, y += 11);
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pdf/colour_font.hpp>
#include <pdf/face.hpp>

namespace mrbill::pdf {

struct Colour {
  double red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};
[[nodiscard]] Colour colour(std::string_view hex);  // "#1f3fb0"; black for anything else

struct Style {
  Face* face = nullptr;
  double size = 9;
  Colour ink{};
  double tracking = 0;   // in ems, between letters
  bool kerned = false;   // shaped by the font's own rules: for large type
  bool tabular = false;  // figures equally wide: for columns of numbers

  [[nodiscard]] GlyphId glyph(char32_t character) const {
    if (character < U' ') character = U' ';
    return tabular ? face->tabular_glyph(character) : face->glyph(character);
  }
};

struct PlacedGlyph {
  GlyphId id = 0;
  double advance = 0;  // ems, as are the others
  double dx = 0, dy = 0;
  std::uint32_t text =
      0;  // where its cluster begins in the run's text; the cluster's first glyph speaks for all
  std::uint32_t size = 0;  // bytes of it; 0: an earlier glyph speaks
};

struct GlyphRun {
  Face* face = nullptr;
  std::string text;
  std::vector<PlacedGlyph> glyphs;
};

struct Line {
  std::string_view text;       // borrowed from the paragraph
  double width = 0;            // points
  std::vector<GlyphRun> runs;  // in visual order; empty: each letter of the text by itself
};

class Typesetter {
 public:
  // fallbacks: files of the folder, tried in turn for letters that a style's font lacks. Missing files are
  // passed over.
  Typesetter(std::filesystem::path folder, std::span<const std::string_view> fallbacks, Output& output);

  [[nodiscard]] Face& face(std::string_view file);  // throws std::runtime_error
  [[nodiscard]] Line line(std::string_view text, const Style& style);
  // Broken at spaces, behind hyphens and slashes, and in a word that is wider than the line; line feeds end
  // a line.
  [[nodiscard]] std::vector<Line> lines(std::string_view text, const Style& style, double width);
  [[nodiscard]] double width(std::string_view text, const Style& style) { return line(text, style).width; }

  [[nodiscard]] ColourFonts& colours() { return colours_; }
  [[nodiscard]] std::string resources() const;  // of every page: /Font<<...>>
  void write();

 private:
  [[nodiscard]] bool is_plain(std::string_view text, const Face& face) const;
  [[nodiscard]] std::vector<GlyphRun> shaped(std::string_view text, const Style& style);
  [[nodiscard]] Face& face_for(std::string_view cluster, Face& own);
  [[nodiscard]] double character_width(char32_t character, const Style& style) const;
  void break_plain(std::string_view paragraph, const Style& style, double width,
                   std::vector<Line>& out) const;
  void break_shaped(std::string_view paragraph, const Style& style, double width, std::vector<Line>& out);

  std::filesystem::path folder_;
  std::vector<std::string> fallbacks_;
  Output& output_;
  ColourFonts colours_;
  std::map<std::string, Face*, std::less<>> faces_;  // null: there is no such file
  std::deque<Face> owned_;
};

}  // namespace mrbill::pdf
