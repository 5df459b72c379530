#include <algorithm>
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdexcept>

#include <fmt/format.h>

#include <pdf/face.hpp>
#include <pdf/shaping_buffer.hpp>

namespace mrbill::pdf {
namespace {

struct BlobDeleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using Blob = std::unique_ptr<hb_blob_t, BlobDeleter>;

std::string_view view(const Blob& blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return {data, size};
}

struct InputDeleter {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};

std::string postscript_name(hb_face_t* face) {
  std::array<char, 128> name{};
  unsigned size = name.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name.data());
  std::string text(name.data(), size);
  std::erase_if(text, [](char byte) {
    return byte <= ' ' || byte > '~' || std::string_view("()<>[]{}/%#").find(byte) != std::string_view::npos;
  });
  return text.empty() ? "Font" : text;
}

}  // namespace

Face::Face(std::string name, const std::filesystem::path& file, unsigned index, Output& output)
    : name_(std::move(name)), ref_(output.reserve()) {
  const Blob blob(hb_blob_create_from_file(file.c_str()));  // mapped, not read
  face_.reset(hb_face_create(blob.get(), index));
  const auto count = hb_face_get_glyph_count(face_.get());
  if (count == 0) throw std::runtime_error("not a font: " + file.string());
  hb_face_make_immutable(face_.get());
  font_.reset(hb_font_create(face_.get()));
  units_ = hb_face_get_upem(face_.get());
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font_.get(), &extents);
  ascent_ = extents.ascender / units_;
  descent_ = extents.descender / units_;
  colour_ = hb_ot_color_has_png(face_.get()) != 0;
  advances_.assign(count, -1);
  texts_.resize(count);
  used_.resize(count);
  for (char32_t character = 0; character < common_.size(); ++character) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font_.get(), character, &glyph) != 0) common_[character] = glyph;
  }
  find_tabular();
}

void Face::find_tabular() {
  const auto buffer = make_shaping_buffer();
  hb_buffer_add_utf8(buffer.get(), "0123456789", 10, 0, 10);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_feature_t feature{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  hb_shape(font_.get(), buffer.get(), &feature, 1);
  unsigned count = 0;
  const auto* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  for (unsigned i = 0; i < tabular_.size(); ++i)
    tabular_[i] = count == tabular_.size() ? infos[i].codepoint : glyph(U'0' + i);
}

GlyphId Face::glyph(char32_t character) const {
  if (character < common_.size()) return common_[character];
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_.get(), character, &glyph) != 0 ? glyph : 0;
}

double Face::advance(GlyphId glyph) const {
  auto& known = advances_[glyph];
  if (known < 0)
    known = static_cast<std::int16_t>(std::clamp(hb_font_get_glyph_h_advance(font_.get(), glyph), 0, 32'000));
  return known / units_;
}

bool Face::use(GlyphId glyph, std::string_view text) {
  any_used_ = true;
  if (!used_[glyph]) {
    used_[glyph] = true;
    texts_[glyph] = text;
  }
  return texts_[glyph] == text;
}

std::string Face::subset_tag() const {
  std::uint64_t hash = 1469598103934665603U;
  for (std::size_t i = 0; i < used_.size(); ++i) {
    if (used_[i]) hash = (hash ^ i) * 1099511628211U;
  }
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

std::string Face::widths() const {
  std::string out = "[";
  bool open = false;
  for (GlyphId glyph = 0; glyph < used_.size(); ++glyph) {
    if (!used_[glyph]) {
      if (open) out += ']';
      open = false;
      continue;
    }
    if (!open) fmt::format_to(std::back_inserter(out), "{}[", glyph);
    if (open) out += ' ';
    open = true;
    append_number(out, advance(glyph) * 1000);
  }
  return out + (open ? "]]" : "]");
}

std::string Face::to_unicode() const {
  std::string out =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CIDSystemInfo "
      "<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> "
      "endcodespacerange\n";
  std::vector<GlyphId> glyphs;
  for (GlyphId glyph = 0; glyph < used_.size(); ++glyph) {
    if (used_[glyph] && !texts_[glyph].empty()) glyphs.push_back(glyph);
  }
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (i % 100 == 0)
      fmt::format_to(std::back_inserter(out), "{} beginbfchar\n",
                     std::min<std::size_t>(100, glyphs.size() - i));
    fmt::format_to(std::back_inserter(out), "<{:04X}> <", glyphs[i]);
    append_utf16_hex(out, texts_[glyphs[i]]);
    out += ">\n";
    if (i % 100 == 99 || i + 1 == glyphs.size()) out += "endbfchar\n";
  }
  return out + "endcmap CMapName currentdict /CMap defineresource pop end end\n";
}

void Face::write_descriptor(Output& output, Ref descriptor, const std::string& base_name, bool cff) const {
  const std::unique_ptr<hb_subset_input_t, InputDeleter> input(hb_subset_input_create_or_fail());
  if (!input) throw std::bad_alloc();
  for (GlyphId glyph = 0; glyph < used_.size(); ++glyph) {
    if (used_[glyph]) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  }
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS);
  auto* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* table : {"GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap", "BASE", "MATH", "VORG",
                            "vhea", "vmtx", "DSIG"}) {
    hb_set_add(dropped, hb_tag_from_string(table, -1));
  }
  const std::unique_ptr<hb_face_t, HbDeleter> subset(hb_subset_or_fail(face_.get(), input.get()));
  if (!subset) throw std::runtime_error("the font " + base_name + " cannot be subset");
  const auto file = output.reserve();
  if (cff) {
    const Blob table(hb_face_reference_table(subset.get(), HB_TAG('C', 'F', 'F', ' ')));
    output.put_stream(file, "/Subtype/CIDFontType0C", view(table));
  } else {
    const Blob whole(hb_face_reference_blob(subset.get()));
    output.put_stream(file, fmt::format("/Length1 {}", view(whole).size()), view(whole));
  }
  output.put(descriptor, fmt::format("<</Type/FontDescriptor/FontName/{}/Flags 4/FontBBox[-500 {:.0f} 2000 "
                                     "{:.0f}]/ItalicAngle 0/Ascent {:.0f}"
                                     "/Descent {:.0f}/CapHeight 700/StemV 80/{} {} 0 R>>",
                                     base_name, descent_ * 1000, ascent_ * 1000, ascent_ * 1000,
                                     descent_ * 1000, cff ? "FontFile3" : "FontFile2", file));
}

void Face::write(Output& output) const {
  const Blob table(hb_face_reference_table(face_.get(), HB_TAG('C', 'F', 'F', ' ')));
  const bool cff = hb_blob_get_length(table.get()) > 0;
  const auto base_name = subset_tag() + "+" + postscript_name(face_.get());
  const auto descendant = output.reserve();
  const auto descriptor = output.reserve();
  const auto unicode = output.reserve();
  write_descriptor(output, descriptor, base_name, cff);
  output.put_stream(unicode, "", to_unicode());
  output.put(descendant, fmt::format("<</Type/Font/Subtype/{}/BaseFont/{}/CIDSystemInfo<</Registry(Adobe)/"
                                     "Ordering(Identity)/Supplement 0>>"
                                     "/FontDescriptor {} 0 R/DW 1000/W{}{}>>",
                                     cff ? "CIDFontType0" : "CIDFontType2", base_name, descriptor, widths(),
                                     cff ? "" : "/CIDToGIDMap/Identity"));
  output.put(ref_, fmt::format("<</Type/Font/Subtype/Type0/BaseFont/{}/Encoding/Identity-H/"
                               "DescendantFonts[{} 0 R]/ToUnicode {} 0 R>>",
                               base_name, descendant, unicode));
}

}  // namespace mrbill::pdf
