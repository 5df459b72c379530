#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include <pdf/canvas.hpp>

namespace mrbill::pdf {
namespace {

constexpr double round_control = 0.5523;  // of a quarter circle drawn as a Bezier curve
constexpr double too_small = 0.0005;      // ems

}  // namespace

void Canvas::clear() {
  out_.clear();
  fill_ = stroke_ = {-1, -1, -1};
  stroke_width_ = font_size_ = -1;
  tracking_ = 0;
  font_.clear();
}

void Canvas::number(double value) {
  append_number(out_, value);
  out_ += ' ';
}

void Canvas::point(double x, double y) {
  number(x);
  number(height_ - y);
}

void Canvas::set_fill(const Colour& colour) {
  if (colour == fill_) return;
  fill_ = colour;
  for (const auto part : {colour.red, colour.green, colour.blue}) number(part);
  out_ += "rg\n";
}

void Canvas::set_stroke(const Colour& colour, double width) {
  if (colour != stroke_) {
    stroke_ = colour;
    for (const auto part : {colour.red, colour.green, colour.blue}) number(part);
    out_ += "RG\n";
  }
  if (std::abs(width - stroke_width_) < 1e-9) return;
  stroke_width_ = width;
  number(width);
  out_ += "w\n";
}

void Canvas::fill(const Box& box, const Colour& colour) {
  set_fill(colour);
  point(box.x, box.y + box.height);
  number(box.width);
  number(box.height);
  out_ += "re f\n";
}

void Canvas::line(Point from, Point to, double width, const Colour& colour) {
  const std::array points{from, to};
  polyline(points, width, colour);
}

void Canvas::polyline(std::span<const Point> points, double width, const Colour& colour) {
  if (points.size() < 2) return;
  set_stroke(colour, width);
  for (std::size_t i = 0; i < points.size(); ++i) {
    point(points[i].x, points[i].y);
    out_ += i == 0 ? "m " : "l ";
  }
  out_ += "S\n";
}

// A line without length and with round ends: a fifth of the bytes of four curves.
void Canvas::disc(Point centre, double radius, const Colour& colour) {
  set_stroke(colour, radius * 2);
  out_ += "1 J ";
  point(centre.x, centre.y);
  out_ += "m ";
  point(centre.x, centre.y);
  out_ += "l S 0 J\n";
}

void Canvas::ring(Point centre, double radius, double width, const Colour& colour) {
  set_stroke(colour, width);
  const auto control = radius * round_control;
  point(centre.x + radius, centre.y);
  out_ += "m ";
  const auto curve = [&](double x1, double y1, double x2, double y2, double x3, double y3) {
    point(centre.x + x1, centre.y + y1);
    point(centre.x + x2, centre.y + y2);
    point(centre.x + x3, centre.y + y3);
    out_ += "c ";
  };
  curve(radius, control, control, radius, 0, radius);
  curve(-control, radius, -radius, control, -radius, 0);
  curve(-radius, -control, -control, -radius, 0, -radius);
  curve(control, -radius, radius, -control, radius, 0);
  out_ += "s\n";
}

void Canvas::form(std::string_view name, double x, double y) {
  out_ += "q 1 0 0 1 ";
  point(x, y);
  out_.append("cm /").append(name) += " Do Q\n";
}

void Canvas::begin_mark(std::string_view tag, int mark) {
  out_ += '/';
  fmt::format_to(std::back_inserter(out_.append(tag)), "<</MCID {}>>BDC\n", mark);
}

void Canvas::begin_artifact() {
  out_ += "/Artifact BMC\n";
}

void Canvas::end_mark() {
  out_ += "EMC\n";
}

void Canvas::set_font(std::string_view name, double size, double tracking) {
  if (font_ != name || std::abs(size - font_size_) > 1e-9) {
    font_ = name;
    font_size_ = size;
    out_ += '/';
    out_.append(name) += ' ';
    number(size);
    out_ += "Tf ";
  }
  if (std::abs(tracking - tracking_) < 1e-9) return;
  tracking_ = tracking;
  number(tracking);
  out_ += "Tc ";
}

void Canvas::begin_text(double x, double y) {
  out_ += "BT ";
  point(x, y);
  out_ += "Td ";
}

void Canvas::glyph_code(GlyphId glyph) {
  for (const int shift : {8, 0}) {
    const auto byte = static_cast<char>(glyph >> shift & 0xFF);
    if (byte == '(' || byte == ')' || byte == '\\') out_ += '\\';
    if (byte == '\r') {
      out_ += "\\r";
    } else {
      out_ += byte;
    }
  }
}

void Canvas::text(const Line& line, const Style& style, double x, double y) {
  if (line.text.empty()) return;
  set_fill(style.ink);
  if (line.runs.empty()) {
    set_font(style.face->name(), style.size, style.tracking * style.size);
    begin_text(x, y);
    characters(line.text, style);
    out_ += "ET\n";
    return;
  }
  for (const auto& part : line.runs) {
    if (part.face->is_colour()) {
      colour_run(part, style, x, y);
    } else {
      run(part, style, x, y);
    }
    for (const auto& glyph : part.glyphs) x += (glyph.advance + style.tracking) * style.size;
  }
}

void Canvas::characters(std::string_view text, const Style& style) {
  auto& face = *style.face;
  out_ += '(';
  while (!text.empty()) {
    const auto [character, size] = decode(text);
    const auto glyph = style.glyph(character);
    // A glyph of two letters (an A that is Latin and Greek, say) speaks as the first: they look the same.
    face.use(glyph, character < U' ' ? std::string_view(" ") : text.substr(0, size));
    glyph_code(glyph);
    text.remove_prefix(size);
  }
  out_ += ")Tj ";
}

// A glyph whose font says another text for it, or a cluster of several glyphs, tells its own beside it.
void Canvas::spoken_glyph(Face& face, const PlacedGlyph& glyph, std::string_view text) {
  const bool known = face.use(glyph.id, text);
  if (!known) {
    out_ += "/Span<</ActualText<FEFF";
    append_utf16_hex(out_, text);
    out_ += ">>>BDC ";
  }
  out_ += '(';
  glyph_code(glyph.id);
  out_ += ")Tj ";
  if (!known) out_ += "EMC ";
}

void Canvas::run(const GlyphRun& run, const Style& style, double x, double y) {
  set_font(run.face->name(), style.size, 0);
  out_ += "BT ";
  double pen_x = 0, pen_y = height_ - y;  // where the last Td stood
  double natural = x;                     // where the next glyph stands
  bool first = true;
  double shown_to = 0;  // where the pen is by the font's own widths
  number(x);
  number(pen_y);
  out_ += "Td ";
  pen_x = x;
  shown_to = x;
  for (const auto& glyph : run.glyphs) {
    const auto at_x = natural + glyph.dx * style.size;
    const auto at_y = height_ - y + glyph.dy * style.size;
    if (!first && (std::abs(at_x - shown_to) > too_small * style.size ||
                   std::abs(at_y - pen_y) > too_small * style.size)) {
      number(at_x - pen_x);
      number(at_y - pen_y);
      out_ += "Td ";
      pen_x = at_x;
      pen_y = at_y;
      shown_to = at_x;
    }
    first = false;
    spoken_glyph(*run.face, glyph, std::string_view(run.text).substr(glyph.text, glyph.size));
    shown_to += run.face->advance(glyph.id) * style.size;
    natural += (glyph.advance + style.tracking) * style.size;
  }
  out_ += "ET\n";
}

void Canvas::colour_run(const GlyphRun& run, const Style& style, double x, double y) {
  for (const auto& glyph : run.glyphs) {
    const auto code =
        colours_.use(*run.face, glyph.id, std::string_view(run.text).substr(glyph.text, glyph.size), output_);
    set_font(code.font, style.size, 0);
    begin_text(x + glyph.dx * style.size, y - glyph.dy * style.size);
    fmt::format_to(std::back_inserter(out_), "<{:02X}>Tj ET\n", code.code);
    x += (glyph.advance + style.tracking) * style.size;
  }
}

}  // namespace mrbill::pdf
