#include <music/arrangements.hpp>

#include "render/video/scenes/wall.hpp"
#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video {
namespace aurora {
namespace {

Sky sky(double hue) {
  return {canvas::colour({0.52, 0.21, hue}, 0.85), canvas::colour({0.46, 0.17, hue + 70}, 0.75),
          canvas::colour({0.58, 0.15, hue - 75}, 0.6), canvas::colour({0.86, 0.13, hue + 60})};
}

}  // namespace

Sky sky_of(std::size_t scene) {
  constexpr double hues[] = {295, 230, 20, 265, 175, 330, 245};
  return sky(hues[scene % std::size(hues)]);
}

void paint_sky(const Stage& stage, const Sky& sky, std::size_t scene) {
  // So slow that five steps a second cannot be told from thirty.
  double t = stage.calm() ? 0 : film::slow(stage.seconds, 5);
  auto phase = static_cast<double>(scene) * 0.37;
  canvas::Size size = stage.size();
  double reach = std::hypot(size.width, size.height);
  auto at = [&](double x, double y) { return Point{size.width * x, size.height * y}; };
  canvas::Ground ground{canvas::colour({0.15, 0.055, 285}), canvas::colour({0.11, 0.04, 275}), {}, 0.5, {}};
  ground.lights = {{at(0.16 + 0.1 * film::wave(t, 26, phase), 0.1 + 0.1 * film::wave(t, 34, phase)),
                    reach * 0.52, sky.one},
                   {at(0.9 + 0.09 * film::wave(t, 30, phase + 0.3), 0.86 + 0.1 * film::wave(t, 22, phase)),
                    reach * 0.5, sky.two},
                   {at(0.62 + 0.12 * film::wave(t, 38, phase + 0.6), 0.02), reach * 0.36, sky.three}};
  stage.picture.ground(std::move(ground));
}

void centred(const Stage& stage, const TextPtr& text, double middle, double baseline, Colour colour,
             double at) {
  stage.rise(text, {middle - text->width() / 2, baseline}, colour, at, 0.65, 34);
}

void glass(const Stage& stage, Rect rect, double radius, double at) {
  double come = stage.in(at, 0.7), shown = stage.opacity(at, 0.4);
  if (shown <= 0) return;
  auto kept = stage.picture.save();
  stage.picture.scale(0.94 + 0.06 * come, rect.centre());
  stage.picture.fill(Path::rounded(rect, radius),
                     canvas::faded(canvas::colour({0.2, 0.05, 285}), 0.55 * shown));
  stage.picture.fill(Path::rounded(rect, radius), canvas::faded(white, 0.06 * shown));
  stage.picture.stroke(Path::rounded(rect.inset(1), radius), 2 * stage.u(),
                       canvas::faded(white, 0.22 * shown));
}

void pill(const Stage& stage, std::string_view label, Point middle, double size, double at, Colour ink,
          double most) {
  at = stage.held(at, 0.7);
  if (stage.seconds < at) return;
  double u = stage.u();
  auto text = stage.fit(label, words(size, 700), {most - size * 1.4 * u, size * 3 * u});
  double shown = stage.opacity(at, 0.3);
  Rect box = canvas::around(middle, text->width() + text->size() * 1.4, text->size() * 1.9);
  auto kept = stage.picture.save();
  stage.picture.scale(0.8 + 0.2 * sprung(stage, at), middle);
  stage.picture.fill(Path::rounded(box, box.height / 2), canvas::faded(white, 0.13 * shown));
  stage.picture.stroke(Path::rounded(box, box.height / 2), 2 * u, canvas::faded(white, 0.3 * shown));
  stage.picture.text(text, {middle.x - text->width() / 2, middle.y + text->size() * 0.34},
                     canvas::faded(ink, shown));
}

void kicker(const Stage& stage, std::string_view about) {
  Rect safe = stage.safe();
  auto text = stage.fit(about, words(44, 700), {safe.width, 80 * stage.u()});
  centred(stage, text, stage.whole().centre().x, safe.y + 64 * stage.u(), soft, enter);
}

Point orb_at(std::size_t scene, canvas::Size size) {
  Rect safe = film::safe_area(size);
  double u = film::unit_of(size);
  bool up = scene % 2 == 0;
  return {size.width / 2, up ? safe.y - 20 * u : safe.bottom() + 20 * u};
}

constexpr double orb_radius = 11;  // in u

void orb(const Stage& stage, Point at, double radius, double strength) {
  double u = stage.u(), breath = stage.calm() ? 0 : 0.12 * film::wave(film::slow(stage.seconds), 2.2);
  stage.picture.glow(at, radius * (5 + breath * 6), canvas::faded(white, 0.5 * strength));
  stage.picture.fill(Path::circle(at, radius + breath * u), canvas::faded(white, strength));
}

namespace {

class Aurora final : public Style {
 public:
  music::Arrangement music() const override { return music::lofi(); }
  double cut_seconds() const override { return 0.7; }

  Draw compose(const Script& script, std::size_t scene) const override {
    Draw content = scenes[static_cast<int>(script.story.scenes[scene].kind)](script, scene);
    return [last = scene + 1 == script.story.scenes.size(), scene, content](const Stage& stage) {
      paint_sky(stage, sky_of(scene), scene);
      content(stage);
      if (!last) orb(stage, orb_at(scene, stage.size()), orb_radius * stage.u(), stage.opacity(0.2, 0.5));
    };
  }

  // The orb opens into the next sky.
  void cut(const Script&, std::size_t scene, const Stage& before, const Stage& after, const Draw& draw_before,
           const Draw& draw_after, double share) const override {
    double u = after.u();
    Point from = orb_at(scene - 1, after.size());
    Point middle = canvas::lerp(from, after.whole().centre(), canvas::ease::in_out_cubic(share));
    double reach = std::hypot(after.size().width, after.size().height) * 0.56;
    double open = before.calm() ? 1 : share * share * share * (1.6 - 0.6 * share);
    double closed = orb_radius * u, radius = closed + (reach - closed) * open;
    {
      auto kept = before.picture.save();
      if (before.calm()) before.picture.fade(1);
      draw_before(before);
    }
    if (before.calm() && share < 0.5) return;
    auto kept = after.picture.save();
    after.picture.clip(Path::circle(middle, radius));
    draw_after(after);
    double rim = (1 - share) * 0.9;
    after.picture.stroke(Path::circle(middle, radius - 3 * u), 10 * u, canvas::faded(white, rim));
  }

  Draw share_card(const Script& script) const override {
    return [&script](const Stage& stage) {
      paint_sky(stage, sky_of(0), 0);
      card(stage, script, -10);
    };
  }

  WallPlan wall(const Script& script, double seconds) const override { return wall_of(script, seconds); }
};

}  // namespace
}  // namespace aurora

std::unique_ptr<Style> make_aurora_style() {
  return std::make_unique<aurora::Aurora>();
}

}  // namespace mrbill::content::video
