// Words set once into glyphs, drawn many times. The origin is the left end of the first baseline.
//
//   Typesetter setter(fonts);
//   auto number = setter.set("4.138", {.family = "Bebas Neue", .size = 400});
//   picture.text(number, {120, 700}, ink);
//
// Any UTF-8 is accepted: control characters become spaces, what no bundled font has becomes an empty box,
// words that do not fit end in an ellipsis. Not for several threads at once; each thread has a Typesetter of
// its own.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <canvas/fonts.hpp>
#include <canvas/geometry.hpp>

using cairo_scaled_font_t = struct _cairo_scaled_font;
using PangoContext = struct _PangoContext;
using PangoFontMap = struct _PangoFontMap;
using PangoLayout = struct _PangoLayout;

namespace mrbill::canvas {

struct TextStyle {
  std::string family;  // several, separated by commas, in order of preference
  int weight = 400;
  double size = 32;       // pixels of the em
  double tracking = 0;    // added between letters, in em
  double leading = 1.25;  // baseline to baseline, in em
  bool italic = false;
  std::string features{};  // OpenType, as in CSS: "tnum 1, ss01 1"
};

enum class Align { left, centre, right };

struct Measure {
  double width = 0;  // of the column; 0: as wide as the words are
  int lines = 1;     // the last one ends in an ellipsis when there is more
  Align align = Align::left;
};

struct Glyph {
  unsigned long index;  // laid out like cairo_glyph_t
  double x;
  double y;
};

class Text {
 public:
  struct Run {
    std::shared_ptr<cairo_scaled_font_t> font;
    std::vector<Glyph> glyphs;
    bool coloured = false;  // emoji: cannot be drawn as an outline
  };

  [[nodiscard]] std::uint64_t id() const { return id_; }
  [[nodiscard]] const std::string& words() const { return words_; }  // as they were asked for
  [[nodiscard]] Rect ink() const { return ink_; }          // what is really painted, relative to the origin
  [[nodiscard]] double width() const { return width_; }    // as the words advance
  [[nodiscard]] double height() const { return height_; }  // lines * leading
  [[nodiscard]] int lines() const { return lines_; }
  [[nodiscard]] bool cut() const { return cut_; }  // ends in an ellipsis
  [[nodiscard]] double size() const { return size_; }
  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  [[nodiscard]] const std::vector<Rect>& boxes() const { return boxes_; }  // glyphs that no font has
  [[nodiscard]] bool coloured() const { return coloured_; }

 private:
  friend class Typesetter;
  std::uint64_t id_ = 0;
  std::string words_;
  Rect ink_{};
  double width_ = 0;
  double height_ = 0;
  double size_ = 0;
  int lines_ = 0;
  bool cut_ = false;
  bool coloured_ = false;
  std::vector<Run> runs_;
  std::vector<Rect> boxes_;
};

using TextPtr = std::shared_ptr<const Text>;

class Typesetter {
 public:
  explicit Typesetter(const Fonts& fonts, std::size_t remembered = 400);
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  [[nodiscard]] TextPtr set(std::string_view words, const TextStyle& style, Measure measure = {});
  // In the largest size up to the style's at which the words fit the box in so many lines; never under
  // `smallest` em pixels, where they end in an ellipsis instead.
  [[nodiscard]] TextPtr fit(std::string_view words, TextStyle style, Size box, int lines = 1,
                            Align align = Align::left, double smallest = 14);

 private:
  TextPtr fit_line(std::string_view words, TextStyle style, Size box, Align align, double smallest);
  std::shared_ptr<const Text> lay_out(std::string_view words, const TextStyle& style, Measure measure);
  void describe(PangoLayout* layout, std::string_view words, const TextStyle& style, Measure measure);
  std::shared_ptr<cairo_scaled_font_t> shared(cairo_scaled_font_t* font);
  void take_runs(PangoLayout* layout, const TextStyle& style, Measure measure, Text& text);

  using Remembered = std::list<std::pair<std::uint64_t, TextPtr>>;
  std::size_t most_;
  PangoFontMap* map_;
  PangoContext* context_;
  PangoLayout* layout_;
  Remembered order_;
  std::unordered_map<std::uint64_t, Remembered::iterator> known_;
  std::unordered_map<cairo_scaled_font_t*, std::shared_ptr<cairo_scaled_font_t>> fonts_;
};

// What may be drawn of words from anywhere: valid UTF-8 on one line, without control and bidirectional
// override characters, at most `longest` code points.
[[nodiscard]] std::string harmless(std::string_view words, std::size_t longest = 600);

}  // namespace mrbill::canvas
