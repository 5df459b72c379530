// Emoji: bitmaps out of a colour font, as fonts of type 3, so that they are text like any other.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pdf/face.hpp>

namespace mrbill::pdf {

class ColourFonts {
 public:
  struct Code {
    std::string font;       // in the pages' resources
    std::uint8_t code = 0;  // of the glyph in it
  };
  // The same glyph with another text is another code: the text is always right.
  Code use(const Face& face, GlyphId glyph, std::string_view text, Output& output);
  void append_resources(std::string& out) const;
  void write(Output& output) const;

 private:
  struct Glyph {
    const Face* face = nullptr;
    GlyphId id = 0;
    std::string text;
  };
  struct Font {
    Ref ref = 0;
    std::vector<Glyph> glyphs;  // 256 at most
  };
  void write(Output& output, const Font& font) const;
  std::map<std::pair<GlyphId, std::string>, std::size_t> places_;
  std::vector<Font> fonts_;
};

}  // namespace mrbill::pdf
