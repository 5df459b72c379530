// What a scene is drawn with: the picture, type, the safe area, its own time and the beats of the music.
//
//   stage.reveal(number, origin, ink, stage.beat(1));  // words rise out of their line on the second beat
//
// `u` is a 1080th of the shorter side: lengths are told in it, so one layout serves every shape and size.
#pragma once

#include <algorithm>

#include <canvas/easing.hpp>
#include <canvas/picture.hpp>
#include <canvas/text.hpp>

namespace mrbill::film {

using canvas::Align;
using canvas::Colour;
using canvas::Path;
using canvas::Point;
using canvas::Rect;
using canvas::Size;
using canvas::TextPtr;
using canvas::TextStyle;

enum class Motion { lively, calm };

// Words stay within: 6 % of each side; more above and below where phones lay their own signs over a
// tall film.
[[nodiscard]] Rect safe_area(Size size);
[[nodiscard]] inline double unit_of(Size size) {
  return std::min(size.width, size.height) / 1080;
}

// The shape of a picture. What is longer by less than this counts as square.
inline constexpr double clearly_longer = 1.2;
[[nodiscard]] inline bool is_wide(Size size) {
  return size.width > size.height * clearly_longer;
}
[[nodiscard]] inline bool is_tall(Size size) {
  return size.height > size.width * clearly_longer;
}

inline constexpr double turn = 6.283185307179586;  // a full one, in radians

struct Stage {
  canvas::Picture& picture;
  canvas::Typesetter& setter;
  double seconds = 0;        // since the scene began
  double length = 0;         // of the scene, seconds
  double beat_length = 0.5;  // seconds
  Motion motion = Motion::lively;

  [[nodiscard]] Size size() const { return picture.size(); }
  [[nodiscard]] double u() const { return unit_of(size()); }
  [[nodiscard]] bool wide() const { return is_wide(size()); }
  [[nodiscard]] bool tall() const { return is_tall(size()); }
  [[nodiscard]] bool square() const { return !wide() && !tall(); }
  [[nodiscard]] bool calm() const { return motion == Motion::calm; }
  [[nodiscard]] Rect whole() const { return picture.bounds(); }
  [[nodiscard]] Rect safe() const { return safe_area(size()); }
  [[nodiscard]] double beat(double number) const { return number * beat_length; }
  // An entrance is never so late that its words would stand still for less than `rest` before the scene ends:
  // what would begin later begins at this moment. Every entrance below keeps to it.
  static constexpr double rest = 1.5;  // seconds
  [[nodiscard]] double held(double at, double takes = 0) const { return std::min(at, length - rest - takes); }

  // How much of a span has passed, 0..1: in a calm film all of it, from the start.
  [[nodiscard]] double passed(double from, double takes) const {
    return calm() ? 1 : canvas::progress(seconds, from, takes);
  }

  // How far an entrance that starts at `at` has come, eased; a calm film only fades, so it starts at its end.
  [[nodiscard]] double in(double at, double takes = 0.6,
                          canvas::ease::Curve curve = canvas::ease::out_expo) const;
  [[nodiscard]] double opacity(double at, double takes = 0.3) const {
    return canvas::progress(seconds, held(at, takes), takes);
  }

  // Type. Sizes in u.
  [[nodiscard]] TextPtr set(std::string_view words, TextStyle style, double width = 0, int lines = 1,
                            Align align = Align::left) const;
  [[nodiscard]] TextPtr fit(std::string_view words, TextStyle style, Size box, int lines = 1,
                            Align align = Align::left, double smallest = 20) const;

  // Entrances. The origin is the left end of the first baseline.
  void reveal(const TextPtr& text, Point origin, Colour colour, double at,
              double takes = 0.6) const;  // out of its line
  void rise(const TextPtr& text, Point origin, Colour colour, double at, double takes = 0.6,
            double by = 40) const;
  void pop(const TextPtr& text, Point origin, Colour colour, double at) const;  // with overshoot
  void type(std::string_view words, const TextStyle& style, Point origin, Colour colour, double at,
            double per_second) const;
};

// Slow movement in ten steps a second, or fewer: as smooth to the eye as thirty, and two frames of three
// stand still.
[[nodiscard]] inline double slow(double seconds, int steps = 10) {
  return std::floor(seconds * steps + 1e-6) / steps;
}

// Between -1 and 1 and back, once a period.
[[nodiscard]] inline double wave(double seconds, double period, double phase = 0) {
  return std::sin((seconds / period + phase) * turn);
}

}  // namespace mrbill::film
