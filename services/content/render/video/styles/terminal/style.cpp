#include <music/arrangements.hpp>

#include "render/video/scenes/wall.hpp"
#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video {
namespace terminal {
namespace {

// Between two scan lines, in pixels.
double scan_lines(double u) {
  return std::max(3.0, std::round(4 * u));
}

void glass(const Stage& stage) {
  canvas::Size size = stage.size();
  double reach = std::hypot(size.width, size.height), u = stage.u();
  canvas::Ground ground{black, black, {}, 0.6, {}};
  ground.lights = {
      {{size.width / 2, size.height * 0.46}, reach * 0.6, canvas::colour({0.27, 0.055, 155}, 0.95)}};
  ground.ruling = {canvas::Ruling::Kind::rows,
                   scan_lines(u),
                   std::max(1.0, std::round(1.2 * u)),
                   Colour{0, 0, 0, 0.3},
                   {}};
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

namespace {

// The prompt, and the command as it is typed after it.
void prompt(const Stage& stage, const Script& script, std::string_view command) {
  constexpr double size = 44, per_second = 34, from = enter - 0.15;
  Rect safe = stage.safe();
  double u = stage.u();
  auto before = stage.fit("mrbill@" + script.facts.period + ":~$ ", line(size), {safe.width * 0.6, 60 * u});
  Point at{safe.x, safe.y + 40 * u};
  stage.picture.text(before, at, dim);
  Point after{at.x + before->width() + 22 * u, at.y};
  // In a narrow picture a long command is smaller, so that it ends on the screen.
  auto whole = stage.fit(command, line(size), {safe.right() - after.x - 40 * u, 60 * u});
  stage.type(command, line(whole->size() / u), after, bright, from, per_second);
  auto count = static_cast<double>(command.size());
  double letters =
      stage.calm() ? count : std::clamp(std::floor((stage.seconds - enter + 0.15) * per_second), 0.0, count);
  cursor(stage, {after.x + whole->width() * letters / std::max(1.0, count) + 6 * u, at.y}, size * u);
}

// How much of the film has been seen.
double seen_of(const Stage& stage, const Story& story, std::size_t scene) {
  return static_cast<double>(story.scenes[scene].first_bar) / story.bars +
         (static_cast<double>(story.scenes[scene].bars) / story.bars) *
             std::clamp(film::slow(stage.seconds) / stage.length, 0.0, 1.0);
}

constexpr double status_height = 54;  // in u

// Which scene, how far, whose.
void status_line(const Stage& stage, const Script& script, std::size_t scene) {
  Rect safe = stage.safe();
  double u = stage.u();
  Rect bar{safe.x, safe.bottom() - status_height * u, safe.width, status_height * u};
  stage.picture.fill(bar, dim);
  auto left = stage.fit(fmt::format("[{}/{}] {}", two_digits(scene + 1),
                                    two_digits(script.story.scenes.size()), script.facts.person),
                        line(38), {bar.width * 0.5, bar.height});
  stage.picture.text(left, {bar.x + 18 * u, bar.y + 39 * u}, black);
  double width = bar.width * 0.28;
  Rect whole{bar.right() - 18 * u - width, bar.y + 13 * u, width, bar.height - 26 * u}, seen = whole;
  stage.picture.stroke(Path::rect(whole), 3 * u, black, false);
  seen.width = std::round(width * stepped(seen_of(stage, script.story, scene), 40));
  stage.picture.fill(seen, black);
}

}  // namespace

Rect screen(const Stage& stage, const Script& script, std::size_t scene, std::string_view command) {
  prompt(stage, script, command);
  status_line(stage, script, scene);
  Rect safe = stage.safe();
  double edge = 90 * stage.u();
  return {safe.x, safe.y + edge, safe.width, safe.height - edge - edge};
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
  double spacing = scan_lines(u) * 2;
  Path rows;
  for (double y = std::ceil(ink.y / spacing) * spacing; y < ink.bottom(); y += spacing)
    rows.add(Path::rect({ink.x - 2 * u, y, ink.width + 4 * u, std::max(1.0, std::round(1.6 * u))}));
  stage.picture.fill(rows, canvas::faded(black, 0.42));
}

void typed(const Stage& stage, std::string_view words, TextStyle style, canvas::Size room, Point origin,
           Colour colour, double at, double per_second) {
  style.size = stage.fit(words, style, room)->size() / stage.u();
  stage.type(words, style, origin, colour, at, per_second);
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
    constexpr double rows = 22;
    double edge = std::round(whole.height * stepped(share, rows)), row = std::round(whole.height / rows);
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
