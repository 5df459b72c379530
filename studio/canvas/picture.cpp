#include <utility>

#include <canvas/picture.hpp>

namespace mrbill::canvas {
namespace {

void add(Hasher& h, Colour c) {
  h.add(c.red).add(c.green).add(c.blue).add(c.alpha);
}
void add(Hasher& h, Point p) {
  h.add(p.x).add(p.y);
}
void add(Hasher& h, const Matrix& m) {
  h.add(m.xx).add(m.yx).add(m.xy).add(m.yy).add(m.x0).add(m.y0);
}
void add(Hasher& h, const Light& light) {
  add(h, light.centre);
  h.add(light.radius);
  add(h, light.colour);
}
void add(Hasher& h, const Paint& paint) {
  if (const auto* plain = std::get_if<Colour>(&paint)) return add(h, *plain);
  const auto& gradient = std::get<Linear>(paint);
  add(h, gradient.from);
  add(h, gradient.to);
  for (const auto& stop : gradient.stops) {
    h.add(stop.at);
    add(h, stop.colour);
  }
}

bool upright(const Matrix& m) {
  return m.xy == 0 && m.yx == 0;
}

bool is_rect(const Path& path) {
  using enum Path::Verb;
  constexpr Path::Verb four[] = {move, line, line, line, close};
  if (path.verbs().size() != 5 || !std::equal(std::begin(four), std::end(four), path.verbs().begin()))
    return false;
  const auto& p = path.points();
  return p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x;
}

bool unseen(const Paint& paint) {
  const auto* plain = std::get_if<Colour>(&paint);
  return plain != nullptr && plain->alpha <= 0.002;
}

}  // namespace

Picture::Picture(Size size) : size_(size) {
  commands_.reserve(256);
}

void Picture::clear() {
  commands_.clear();
  state_ = {};
}

std::uint64_t Picture::hash() const {
  Hasher h;
  h.add(size_.width).add(size_.height);
  for (const auto& command : commands_) h.add(command.hash);
  return h.value();
}

void Picture::move(double x, double y) {
  state_.matrix = state_.matrix * Matrix{1, 0, 0, 1, x, y};
}

void Picture::scale(double by, Point about) {
  scale(by, by, about);
}

void Picture::scale(double across, double down, Point about) {
  if (across == 1 && down == 1) return;
  state_.matrix =
      state_.matrix * Matrix{across, 0, 0, down, about.x - across * about.x, about.y - down * about.y};
}

void Picture::rotate(double radians, Point about) {
  if (radians == 0) return;
  double c = std::cos(radians), s = std::sin(radians);
  move(about.x, about.y);
  state_.matrix = state_.matrix * Matrix{c, s, -s, c, 0, 0};
  move(-about.x, -about.y);
}

void Picture::clip(const Path& path) {
  auto clip = std::make_shared<Clip>();
  clip->outer = state_.clip;
  clip->path = path;
  clip->matrix = state_.matrix;
  clip->rectangular = is_rect(path) && upright(state_.matrix);
  clip->box = within_clip(pixels_of(state_.matrix, path.extents(), clip->rectangular ? -0.5 : 1));
  Hasher h;
  h.add(state_.clip_hash);
  path.hash_into(h);
  canvas::add(h, state_.matrix);
  state_.clip_hash = h.value();
  state_.clip = std::move(clip);
}

void Picture::clip(Rect rect) {
  clip(Path::rect(rect));
}

void Picture::fade(double alpha) {
  state_.alpha *= std::clamp(alpha, 0.0, 1.0);
}

Box Picture::within_clip(Box box) const {
  box = intersection(box, {0, 0, static_cast<int>(size_.width), static_cast<int>(size_.height)});
  return state_.clip ? intersection(box, state_.clip->box) : box;
}

template <class What>
void Picture::add(What what, Box box, const Hasher& content) {
  box = within_clip(box);
  if (box.empty() || state_.alpha <= 0.002) return;
  Hasher h = content;
  h.add(state_.alpha).add(state_.clip_hash);
  canvas::add(h, state_.matrix);
  commands_.push_back({std::move(what), state_.matrix, state_.clip, state_.alpha, box, h.value()});
}

void Picture::ground(Ground ground) {
  Hasher h;
  h.add(1);
  canvas::add(h, ground.top);
  canvas::add(h, ground.bottom);
  for (const auto& light : ground.lights) canvas::add(h, light);
  h.add(ground.grain)
      .add(static_cast<int>(ground.ruling.kind))
      .add(ground.ruling.spacing)
      .add(ground.ruling.thickness);
  canvas::add(h, ground.ruling.colour);
  canvas::add(h, ground.ruling.offset);
  add(std::move(ground), pixels_of(state_.matrix, bounds()), h);
}

void Picture::fill(Path path, Paint paint) {
  if (unseen(paint) || path.empty()) return;
  Hasher h;
  h.add(2);
  path.hash_into(h);
  canvas::add(h, paint);
  Box box = pixels_of(state_.matrix, path.extents());
  add(Fill{std::move(path), std::move(paint)}, box, h);
}

void Picture::stroke(Path path, double width, Colour colour, bool round, double dash) {
  if (colour.alpha <= 0.002 || path.empty() || width <= 0) return;
  Hasher h;
  h.add(3);
  path.hash_into(h);
  h.add(width).add(round ? 1 : 0).add(dash);
  canvas::add(h, colour);
  Box box = pixels_of(state_.matrix, path.extents().inset(-width), 2);
  add(Stroke{std::move(path), width, colour, round, dash}, box, h);
}

void Picture::text(TextPtr text, Point origin, Colour colour) {
  if (colour.alpha <= 0.002 || text->ink().width <= 0) return;
  auto kept = save();
  move(origin.x, origin.y);
  // Words that only move lie on whole pixels: sharp, and blitted from a mask.
  if (state_.matrix.only_moves()) {
    state_.matrix.x0 = std::round(state_.matrix.x0);
    state_.matrix.y0 = std::round(state_.matrix.y0);
  }
  Hasher h;
  h.add(4).add(text->id());
  canvas::add(h, colour);
  Box box = pixels_of(state_.matrix, text->ink(), 2);
  add(Words{std::move(text), colour}, box, h);
}

void Picture::image(std::shared_ptr<const Surface> surface, std::uint64_t identity, Rect where) {
  Hasher h;
  h.add(5).add(identity).add(where.x).add(where.y).add(where.width).add(where.height);
  add(Image{std::move(surface), identity, where}, pixels_of(state_.matrix, where), h);
}

void Picture::glow(Point centre, double radius, Colour colour) {
  if (colour.alpha <= 0.002 || radius <= 0) return;
  double grown = radius * std::hypot(state_.matrix.xx, state_.matrix.yx);
  Light light{state_.matrix.apply(centre), grown, colour};
  Hasher h;
  h.add(6);
  canvas::add(h, light);
  add(light, pixels_of({}, around(light.centre, 2 * grown, 2 * grown)), h);
}

}  // namespace mrbill::canvas
