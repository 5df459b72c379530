#include <music/arrangements.hpp>

#include "render/video/scenes/wall.hpp"
#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video {
namespace terminal {
namespace {

void glass(const Stage& stage) {
  canvas::Size size = stage.size();
  double reach = std::hypot(size.width, size.height), u = stage.u();
  canvas::Ground ground{black, black, {}, 0.6, {}};
  ground.lights = {
      {{size.width / 2, size.height * 0.46}, reach * 0.6, canvas::colour({0.27, 0.055, 155}, 0.95)}};
  double spacing = std::max(3.0, std::round(4 * u));
  ground.ruling = {
      canvas::Ruling::Kind::rows, spacing, std::max(1.0, std::round(1.2 * u)), Colour{0, 0, 0, 0.3}, {}};
  stage.picture.ground(std::move(ground));
}

}  // namespace

double stepped(double value, double steps) {
  return std::floor(value * steps + 1e-9) / steps;
}

void cursor(const Stage& stage, Point at, double size) {
  bool on = stage.calm() || std::fmod(stage.seconds, 1.0) < 0.55;
  if (on)
    stage.picture.fill(Rect{std::round(at.x), std::round(at.y - size * 0.78), std::round(size * 0.52),
                            std::round(size * 0.96)},
                       green);
}

Rect screen(const Stage& stage, const Script& script, std::size_t scene, std::string_view command) {
  Rect safe = stage.safe();
  double u = stage.u(), size = 44;
  std::string prompt = "mrbill@" + script.facts.period + ":~$ ";
  auto before = stage.fit(prompt, line(size), {safe.width * 0.6, 60 * u});
  Point at{safe.x, safe.y + 40 * u};
  stage.picture.text(before, at, dim);
  Point typed{at.x + before->width() + 22 * u, at.y};
  // In a narrow picture a long command is smaller, so that it ends on the screen.
  auto whole = stage.fit(command, line(size), {safe.right() - typed.x - 40 * u, 60 * u});
  stage.type(command, line(whole->size() / u), typed, bright, enter - 0.15, 34);
  auto count = static_cast<double>(command.size());
  double letters =
      stage.calm() ? count : std::clamp(std::floor((stage.seconds - enter + 0.15) * 34), 0.0, count);
  cursor(stage, {typed.x + whole->width() * letters / std::max(1.0, count) + 6 * u, at.y}, size * u);
  // The status line: which scene, how far, whose.
  double share = static_cast<double>(script.story.scenes[scene].first_bar) / script.story.bars +
                 (static_cast<double>(script.story.scenes[scene].bars) / script.story.bars) *
                     std::clamp(film::slow(stage.seconds) / stage.length, 0.0, 1.0);
  Rect bar{safe.x, safe.bottom() - 54 * u, safe.width, 54 * u};
  stage.picture.fill(bar, dim);
  double base = bar.y + 39 * u;
  auto left = stage.fit(fmt::format("[{}/{}] {}", two_digits(scene + 1),
                                    two_digits(script.story.scenes.size()), script.facts.person),
                        line(38), {bar.width * 0.5, bar.height});
  stage.picture.text(left, {bar.x + 18 * u, base}, black);
  double wide = bar.width * 0.28, x = bar.right() - 18 * u - wide;
  stage.picture.stroke(Path::rect({x, bar.y + 13 * u, wide, bar.height - 26 * u}), 3 * u, black, false);
  stage.picture.fill(Rect{x, bar.y + 13 * u, std::round(wide * stepped(share, 40)), bar.height - 26 * u},
                     black);
  return {safe.x, safe.y + 90 * u, safe.width, safe.height - 90 * u - 90 * u};
}

void big(const Stage& stage, const TextPtr& text, Point origin, Colour colour, double at) {
  if (stage.seconds < at) return;
  double u = stage.u();
  Rect ink = text->ink().moved(origin.x, origin.y);
  double come = stage.calm() ? 1 : stepped(canvas::progress(stage.seconds, at, 0.4), 6);
  stage.picture.glow(ink.centre(), std::max(ink.width, ink.height) * 0.62,
                     canvas::faded(colour, 0.16 * come));
  auto kept = stage.picture.save();
  stage.picture.clip(Rect{ink.x - 4 * u, ink.y - 4 * u, (ink.width + 8 * u) * come, ink.height + 8 * u});
  stage.picture.text(text, origin, colour);
  double spacing = std::max(3.0, std::round(4 * u)) * 2;
  Path rows;
  for (double y = std::ceil(ink.y / spacing) * spacing; y < ink.bottom(); y += spacing)
    rows.add(Path::rect({ink.x - 2 * u, y, ink.width + 4 * u, std::max(1.0, std::round(1.6 * u))}));
  stage.picture.fill(rows, canvas::faded(black, 0.42));
}

void cells(const Stage& stage, Rect bar, double share, Colour colour, double cell) {
  int count = std::max(1, static_cast<int>(bar.width / cell)),
      filled = static_cast<int>(std::lround(count * std::clamp(share, 0.0, 1.0)));
  Path on, off;
  for (int i = 0; i < count; ++i) {
    Rect one{std::round(bar.x + i * cell), bar.y, std::round(cell * 0.78), bar.height};
    (i < filled ? on : off).add(Path::rect(one));
  }
  stage.picture.fill(off, faint);
  stage.picture.fill(on, colour);
}

namespace {

class Terminal final : public Style {
 public:
  music::Arrangement music() const override { return music::chiptune(); }
  double cut_seconds() const override { return 0.45; }

  Draw compose(const Script& script, std::size_t scene) const override {
    Draw content = scenes[static_cast<int>(script.story.scenes[scene].kind)](script, scene);
    return [content](const Stage& stage) {
      glass(stage);
      content(stage);
    };
  }

  // The beam writes the next screen over the last one, row by row.
  void cut(const Script&, std::size_t, const Stage& before, const Stage& after, const Draw& draw_before,
           const Draw& draw_after, double share) const override {
    Rect whole = after.whole();
    double edge = std::round(whole.height * stepped(share, 22)), row = std::round(whole.height / 22);
    draw_before(before);
    if (before.calm() && share < 0.5) return;
    auto kept = after.picture.save();
    if (!before.calm()) after.picture.clip(Rect{0, 0, whole.width, edge});
    draw_after(after);
    if (before.calm()) return;
    after.picture.fill(Rect{0, edge - row, whole.width, row}, canvas::faded(green, 0.85));
    after.picture.fill(Rect{0, edge - 4 * row, whole.width, 3 * row}, canvas::faded(green, 0.16));
  }

  Draw share_card(const Script& script) const override {
    return [&script](const Stage& stage) {
      glass(stage);
      card(stage, script, -10);
    };
  }

  WallPlan wall(const Script& script, double seconds) const override { return wall_of(script, seconds); }
};

}  // namespace
}  // namespace terminal

std::unique_ptr<Style> make_terminal_style() {
  return std::make_unique<terminal::Terminal>();
}

}  // namespace mrbill::content::video
