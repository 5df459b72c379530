// One font file in a document: which glyphs were used and what they say; written as a subset with its
// ToUnicode map.
//
//   Face face("F1", "Inter-Regular.otf", 0);
//   const auto glyph = face.glyph(U'a');
//   face.use(glyph, "a");
//   face.write(output);
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <hb.h>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pdf/output.hpp>

namespace mrbill::pdf {

using GlyphId = std::uint32_t;

struct HbDeleter {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

class Face {
 public:
  // Throws std::runtime_error when the file is no font.
  Face(std::string name, const std::filesystem::path& file, unsigned index, Output& output);

  [[nodiscard]] const std::string& name() const { return name_; }  // in the pages' resources
  [[nodiscard]] Ref ref() const { return ref_; }
  [[nodiscard]] hb_font_t* font() const { return font_.get(); }
  [[nodiscard]] bool is_colour() const {
    return colour_;
  }  // bitmaps, as emoji are: written as a font of type 3
  [[nodiscard]] bool is_used() const { return any_used_; }

  [[nodiscard]] GlyphId glyph(char32_t character) const;  // 0: it has none
  // Figures that are all equally wide; other letters as they are.
  [[nodiscard]] GlyphId tabular_glyph(char32_t character) const {
    return character >= U'0' && character <= U'9' ? tabular_[character - U'0'] : glyph(character);
  }
  [[nodiscard]] double advance(GlyphId glyph) const;  // in ems

  // False when the glyph stands for another text already: then the text must be told beside it (ActualText).
  bool use(GlyphId glyph, std::string_view text);
  void write(Output& output) const;

 private:
  void find_tabular();
  [[nodiscard]] std::string widths() const;
  [[nodiscard]] std::string to_unicode() const;
  [[nodiscard]] std::string subset_tag() const;
  void write_descriptor(Output& output, Ref descriptor, const std::string& base_name, bool cff) const;

  std::string name_;
  Ref ref_;
  std::unique_ptr<hb_face_t, HbDeleter> face_;
  std::unique_ptr<hb_font_t, HbDeleter> font_;
  double units_ = 1000;
  double ascent_ = 0, descent_ = 0;
  bool colour_ = false;
  bool any_used_ = false;
  std::array<GlyphId, 10> tabular_{};
  std::array<GlyphId, 0x600> common_{};         // by code point; filled at the start
  mutable std::vector<std::int16_t> advances_;  // -1: not asked for yet
  std::vector<std::string> texts_;              // by glyph, empty: not used
  std::vector<bool> used_;
};

}  // namespace mrbill::pdf
