#include <algorithm>
#include <cairo.h>
#include <cstring>
#include <hb-ot.h>

#include <fmt/format.h>

#include <pdf/colour_font.hpp>

namespace mrbill::pdf {
namespace {

constexpr std::size_t max_glyphs = 256;
constexpr int max_pixels = 512;  // a side; Noto's are 136 x 128

struct SurfaceDeleter {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDeleter>;

cairo_status_t read_piece(void* closure, unsigned char* into, unsigned size) {
  auto& left = *static_cast<std::string_view*>(closure);
  if (left.size() < size) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(into, left.data(), size);
  left.remove_prefix(size);
  return CAIRO_STATUS_SUCCESS;
}

Surface bitmap_of(const Face& face, GlyphId glyph) {
  auto* blob = hb_ot_color_glyph_reference_png(face.font(), glyph);
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  std::string_view left(data, size);
  Surface surface(cairo_image_surface_create_from_png_stream(read_piece, &left));
  hb_blob_destroy(blob);
  const bool good = cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS &&
                    cairo_image_surface_get_width(surface.get()) <= max_pixels &&
                    cairo_image_surface_get_height(surface.get()) <= max_pixels;
  return good ? std::move(surface) : nullptr;
}

// Cairo's pixels are premultiplied; PDF's are not.
Ref write_image(Output& output, cairo_surface_t* surface) {
  const auto width = cairo_image_surface_get_width(surface);
  const auto height = cairo_image_surface_get_height(surface);
  const auto stride = cairo_image_surface_get_stride(surface);
  const bool opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24;
  std::string colours, alphas;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, cairo_image_surface_get_data(surface) + y * stride + x * 4, sizeof pixel);
      const auto alpha = opaque ? 255 : pixel >> 24;
      alphas += static_cast<char>(alpha);
      for (const int shift : {16, 8, 0}) {
        const auto value = pixel >> shift & 255;
        colours += static_cast<char>(alpha == 0 ? 0 : std::min(255U, value * 255 / alpha));
      }
    }
  }
  const auto image = output.reserve();
  const auto mask = output.reserve();
  const auto common =
      fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8", width, height);
  output.put_stream(mask, common + "/ColorSpace/DeviceGray", alphas);
  output.put_stream(image, fmt::format("{}/ColorSpace/DeviceRGB/SMask {} 0 R", common, mask), colours);
  return image;
}

double thousandths(const Face& face, double units) {
  return units * 1000 / hb_face_get_upem(hb_font_get_face(face.font()));
}

}  // namespace

ColourFonts::Code ColourFonts::use(const Face& face, GlyphId glyph, std::string_view text, Output& output) {
  const auto [place, fresh] = places_.try_emplace({glyph, std::string(text)}, 0);
  if (fresh) {
    if (fonts_.empty() || fonts_.back().glyphs.size() == max_glyphs) fonts_.push_back({output.reserve(), {}});
    fonts_.back().glyphs.push_back({&face, glyph, std::string(text)});
    place->second = (fonts_.size() - 1) * max_glyphs + fonts_.back().glyphs.size() - 1;
  }
  return {fmt::format("E{}", place->second / max_glyphs),
          static_cast<std::uint8_t>(place->second % max_glyphs)};
}

void ColourFonts::append_resources(std::string& out) const {
  for (std::size_t i = 0; i < fonts_.size(); ++i)
    fmt::format_to(std::back_inserter(out), "/E{} {} 0 R", i, fonts_[i].ref);
}

void ColourFonts::write(Output& output) const {
  for (const auto& font : fonts_) write(output, font);
}

void ColourFonts::write(Output& output, const Font& font) const {
  std::string widths, procedures, names, images, unicode;
  for (std::size_t code = 0; code < font.glyphs.size(); ++code) {
    const auto& [face, id, text] = font.glyphs[code];
    const auto width = thousandths(*face, hb_font_get_glyph_h_advance(face->font(), id));
    hb_glyph_extents_t box{};
    hb_font_get_glyph_extents(face->font(), id, &box);
    std::string draw = fmt::format("{:.1f} 0 d0\n", width);
    if (const auto surface = bitmap_of(*face, id)) {
      fmt::format_to(std::back_inserter(images), "/I{} {} 0 R", code, write_image(output, surface.get()));
      fmt::format_to(std::back_inserter(draw), "q {:.1f} 0 0 {:.1f} {:.1f} {:.1f} cm /I{} Do Q",
                     thousandths(*face, box.width), thousandths(*face, -box.height),
                     thousandths(*face, box.x_bearing), thousandths(*face, box.y_bearing + box.height), code);
    }
    const auto procedure = output.reserve();
    output.put_stream(procedure, "", draw);
    fmt::format_to(std::back_inserter(widths), "{:.1f} ", width);
    fmt::format_to(std::back_inserter(procedures), "/g{} {} 0 R", code, procedure);
    fmt::format_to(std::back_inserter(names), "/g{}", code);
    fmt::format_to(std::back_inserter(unicode), "1 beginbfchar <{:02X}> <", code);
    append_utf16_hex(unicode, text);
    unicode += "> endbfchar\n";
  }
  const auto map = output.reserve();
  output.put_stream(
      map, "",
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /Emoji def /CMapType 2 def\n"
      "1 begincodespacerange <00> <FF> endcodespacerange\n" +
          unicode + "endcmap CMapName currentdict /CMap defineresource pop end end\n");
  output.put(font.ref, fmt::format("<</Type/Font/Subtype/Type3/Name/Emoji/FontBBox[0 -300 1400 "
                                   "1100]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0/LastChar {}"
                                   "/Widths[{}]/Encoding<</Type/Encoding/Differences[0{}]>>/CharProcs<<{}>>/"
                                   "Resources<</XObject<<{}>>>>/ToUnicode {} 0 R>>",
                                   font.glyphs.size() - 1, widths, names, procedures, images, map));
}

}  // namespace mrbill::pdf
