// What a picture consists of, as values: a list of drawing commands, each with the pixels it may touch and a
// hash of all it depends on. Two pictures are compared without drawing them, so that only what changed is
// drawn again.
//
//   Picture picture({1920, 1080});
//   picture.ground(paper);
//   picture.fill(Path::rounded(card, 24), white);
//   { auto kept = picture.save(); picture.fade(0.5); picture.text(title, {120, 300}, ink); }
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include <canvas/colour.hpp>
#include <canvas/path.hpp>
#include <canvas/surface.hpp>
#include <canvas/text.hpp>

namespace mrbill::canvas {

struct Stop {
  double at = 0;
  Colour colour;
};
struct Linear {
  Point from;
  Point to;
  std::vector<Stop> stops;
};
using Paint = std::variant<Colour, Linear>;

// Fine lines or dots over the whole ground.
struct Ruling {
  enum class Kind { none, rows, grid, dots } kind = Kind::none;
  double spacing = 40;
  double thickness = 1;
  Colour colour;
  Point offset;
};

struct Light {  // a soft blob: full colour in the middle, nothing at the radius
  Point centre;
  double radius = 0;
  Colour colour;
};

// The opaque ground: a gradient from top to bottom, soft lights in it, grain. Dithered, so that
// nothing bands.
struct Ground {
  Colour top;
  Colour bottom;
  std::vector<Light> lights;
  double grain = 0;  // strength, in steps of 1/255
  Ruling ruling;
  [[nodiscard]] bool flat() const { return top == bottom && lights.empty() && grain == 0; }
};

struct Clip {
  std::shared_ptr<const Clip> outer;
  Path path;
  Matrix matrix;
  Box box;
  bool rectangular = false;  // the box says all of it
};

struct Fill {
  Path path;
  Paint paint;
};
struct Stroke {
  Path path;
  double width = 1;
  Colour colour;
  bool round = true;
  double dash = 0;  // length of dashes and of the gaps between; 0: a full line
};
struct Words {
  TextPtr text;
  Colour colour;
};
struct Image {
  std::shared_ptr<const Surface> surface;
  std::uint64_t identity = 0;
  Rect where;
};

struct Command {
  std::variant<Fill, Stroke, Words, Image, Light, Ground> what;
  Matrix matrix;
  std::shared_ptr<const Clip> clip;
  double alpha = 1;
  Box box;  // the pixels it may touch, within picture and clip
  std::uint64_t hash = 0;
};

class Picture {
 public:
  explicit Picture(Size size);

  [[nodiscard]] Size size() const { return size_; }
  [[nodiscard]] Rect bounds() const { return {0, 0, size_.width, size_.height}; }
  [[nodiscard]] const std::vector<Command>& commands() const { return commands_; }
  [[nodiscard]] std::uint64_t hash() const;
  void clear();

  // The state: restored when what save() gave goes out of scope.
  class [[nodiscard]] Saved;
  Saved save();
  void move(double x, double y);
  void scale(double by, Point about);
  void scale(double across, double down, Point about);
  void rotate(double radians, Point about);
  void clip(const Path& path);
  void clip(Rect rect);
  void fade(double alpha);

  void ground(Ground ground);
  void fill(Path path, Paint paint);
  void fill(Rect rect, Paint paint) { fill(Path::rect(rect), std::move(paint)); }
  void stroke(Path path, double width, Colour colour, bool round = true, double dash = 0);
  void text(TextPtr text, Point origin, Colour colour);
  void image(std::shared_ptr<const Surface> surface, std::uint64_t identity, Rect where);
  void glow(Point centre, double radius, Colour colour);

 private:
  struct State {
    Matrix matrix;
    std::shared_ptr<const Clip> clip;
    std::uint64_t clip_hash = 0;
    double alpha = 1;
  };
  template <class What>
  void add(What what, Box box, const Hasher& hasher);
  [[nodiscard]] Box within_clip(Box box) const;

  Size size_;
  State state_;
  std::vector<Command> commands_;
  friend class Saved;
};

class Picture::Saved {
 public:
  explicit Saved(Picture& picture) : picture_(picture), state_(picture.state_) {}
  ~Saved() { picture_.state_ = state_; }
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;

 private:
  Picture& picture_;
  State state_;
};

inline Picture::Saved Picture::save() {
  return Saved(*this);
}

}  // namespace mrbill::canvas
