// Draws on a page: points of 1/72 inch from the top left corner, y downwards.
//
//   canvas.fill({.x = 48, .y = 60, .width = 120, .height = 8}, ink);
//   canvas.text(line, style, 48, 80);      // y is the base line
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <pdf/typesetter.hpp>

namespace mrbill::pdf {

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};
struct Point {
  double x = 0, y = 0;
};

class Canvas {
 public:
  Canvas(double height, Output& output, ColourFonts& colours)
      : height_(height), output_(output), colours_(colours) {}

  void fill(const Box& box, const Colour& colour);
  void line(Point from, Point to, double width, const Colour& colour);
  void disc(Point centre, double radius, const Colour& colour);
  void ring(Point centre, double radius, double width, const Colour& colour);
  void polyline(std::span<const Point> points, double width, const Colour& colour);
  void text(const Line& line, const Style& style, double x, double y);
  void form(std::string_view name, double x, double y);  // an XObject of the resources, its origin there

  void begin_mark(std::string_view tag, int mark);
  void begin_artifact();
  void end_mark();

  [[nodiscard]] const std::string& content() const { return out_; }
  void clear();

 private:
  void number(double value);
  void point(double x, double y);
  void set_fill(const Colour& colour);
  void set_stroke(const Colour& colour, double width);
  void set_font(std::string_view name, double size, double tracking);
  void characters(std::string_view text, const Style& style);
  void run(const GlyphRun& run, const Style& style, double x, double y);
  void colour_run(const GlyphRun& run, const Style& style, double x, double y);
  void spoken_glyph(Face& face, const PlacedGlyph& glyph, std::string_view text);
  void glyph_code(GlyphId glyph);
  void begin_text(double x, double y);

  double height_;
  Output& output_;
  ColourFonts& colours_;
  std::string out_;
  // What the page's graphics state holds; unset after clear().
  Colour fill_{-1, -1, -1}, stroke_{-1, -1, -1};
  double stroke_width_ = -1, font_size_ = -1, tracking_ = 0;
  std::string font_;
};

}  // namespace mrbill::pdf
