#include <music/arrangements.hpp>

#include "render/video/scenes/wall.hpp"
#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video {
namespace folio {
namespace {

const Sheet day{canvas::colour({0.945, 0.017, 84}), canvas::colour({0.25, 0.02, 60}),
                canvas::colour({0.5, 0.175, 27}), canvas::colour({0.8, 0.03, 80})};
const Sheet kraft{canvas::colour({0.885, 0.034, 78}), canvas::colour({0.24, 0.025, 50}),
                  canvas::colour({0.47, 0.17, 27}), canvas::colour({0.74, 0.045, 76})};
const Sheet night{canvas::colour({0.26, 0.035, 165}), canvas::colour({0.93, 0.02, 90}),
                  canvas::colour({0.78, 0.12, 60}), canvas::colour({0.42, 0.035, 165})};

}  // namespace

const Sheet& sheet_of(const Script& script, std::size_t scene) {
  auto kind = script.story.scenes[scene].kind;
  if (kind == SceneKind::persona || kind == SceneKind::none) return night;
  return scene % 2 == 0 ? day : kraft;
}

void paint_paper(const Stage& stage, const Sheet& sheet) {
  canvas::Size size = stage.size();
  double reach = std::hypot(size.width, size.height);
  canvas::Ground ground{sheet.paper, canvas::mix(sheet.paper, sheet.ink, 0.035), {}, 4.5, {}};
  ground.lights = {{{size.width * 0.3, size.height * 0.25},
                    reach * 0.6,
                    canvas::faded(canvas::mix(sheet.paper, Colour{1, 1, 1, 1}, 0.6), 0.35)}};
  stage.picture.ground(std::move(ground));
}

Page page_of(canvas::Size size) {
  Rect safe = film::safe_area(size);
  double u = film::unit_of(size);
  Page page;
  if (film::is_wide(size)) {
    page.notes = {safe.x, safe.y + 90 * u, safe.width * 0.21, safe.height - 150 * u};
    page.thread = safe.x + safe.width * 0.245;
    page.matter = {page.thread + 64 * u, page.notes.y, safe.right() - page.thread - 64 * u,
                   page.notes.height};
  } else {
    page.thread = safe.x;
    double top = safe.y + 90 * u;
    page.notes = {safe.x + 46 * u, top, safe.width - 46 * u, 110 * u};
    page.matter = {page.notes.x, top + 150 * u, page.notes.width, safe.bottom() - 70 * u - top - 150 * u};
  }
  return page;
}

void hairline(const Stage& stage, Point from, double length, double at, Colour colour, double thick) {
  double grown = stage.in(at, 0.9, canvas::ease::in_out_cubic);
  stage.picture.fill(
      Rect{from.x, std::round(from.y), length * grown, std::max(1.0, std::round(thick * stage.u()))}, colour);
}

void frame(const Stage& stage, const Sheet& sheet, double at) {
  const double u = stage.u();
  const Colour ink = canvas::faded(sheet.ink, stage.opacity(at, 0.8));
  stage.picture.stroke(Path::rect(stage.safe()), 4 * u, ink, false);
  stage.picture.stroke(Path::rect(stage.safe().inset(14 * u)), 1.6 * u, ink, false);
}

void centred(const Stage& stage, const TextPtr& text, Point middle, Colour colour, double at, double by) {
  stage.rise(text, {middle.x - text->width() / 2, middle.y}, colour, at, 1, by);
}

namespace {

// Whose book it is, and of when, over a rule; the number of the page below.
void running_head(const Stage& stage, const Script& script, std::size_t scene, const Sheet& sheet) {
  Rect safe = stage.safe();
  double u = stage.u();
  Colour quiet = sheet.thinned(0.62);
  auto head = stage.fit(script.facts.person, serif(32, true), {safe.width * 0.5, 60 * u});
  auto when = stage.fit(script.facts.period, serif(32), {safe.width * 0.4, 60 * u});
  stage.picture.text(head, {safe.x, safe.y + 30 * u}, quiet);
  stage.picture.text(when, {safe.right() - when->width(), safe.y + 30 * u}, quiet);
  stage.picture.fill(Rect{safe.x, std::round(safe.y + 50 * u), safe.width, std::max(1.0, std::round(2 * u))},
                     sheet.thinned(0.5));
  auto number = stage.set(std::to_string(scene + 1), serif(34));
  stage.picture.text(number, {safe.right() - number->width(), safe.bottom() - 4 * u}, quiet);
}

}  // namespace

Page furnish(const Stage& stage, const Script& script, std::size_t scene, std::string_view about) {
  const Sheet& sheet = sheet_of(script, scene);
  const Page page = page_of(stage.size());
  const double u = stage.u();
  const bool wide = stage.wide();
  running_head(stage, script, scene, sheet);
  auto title = stage.fit(about, serif(wide ? 54 : 62, true), {page.notes.width, 200 * u}, wide ? 3 : 1);
  stage.rise(title, {page.notes.x, page.notes.y + 48 * u}, sheet.red, enter, 0.8, 14);
  return page;
}

void note(const Stage& stage, const Page& page, std::string_view words, Colour colour, double at) {
  double u = stage.u();
  bool wide = stage.wide();
  auto text =
      stage.fit(words, sans(wide ? 33 : 36), {page.notes.width, 260 * u}, wide ? 6 : 1, Align::left, 24);
  double y = wide ? page.notes.bottom() - text->height() + 33 * u : page.notes.y + 106 * u;
  stage.rise(text, {page.notes.x, y}, colour, at, 0.8, 12);
}

namespace {

constexpr double thread_thickness = 4;  // in u

// The thread grows along the margin while the scene is told.
void thread(const Stage& stage, const Script& script, std::size_t scene) {
  Page page = page_of(stage.size());
  if (script.story.scenes[scene].kind == SceneKind::wall) page.thread = stage.safe().x - 40 * stage.u();
  double u = stage.u(),
         share = stage.calm() ? 1 : std::clamp(film::slow(stage.seconds) / stage.length, 0.0, 1.0);
  double top = page.notes.y, foot = stage.safe().bottom() - 60 * u;
  stage.picture.fill(Rect{std::round(page.thread), top, thread_thickness * u,
                          std::round((foot - top) * (0.12 + 0.88 * share))},
                     sheet_of(script, scene).red);
}

// What a sheet that is drawn over throws before its edge.
void shade_of_sheet(const Stage& stage, double edge) {
  double shade = 150 * stage.u();
  stage.picture.fill(
      Rect{edge - shade, 0, shade, stage.whole().height},
      canvas::Linear{
          {edge - shade, 0}, {edge, 0}, {{0, Colour{0, 0, 0, 0}}, {1, Colour{0.1, 0.05, 0, 0.34}}}});
}

// From the edge to its place in the margin, where it begins anew.
void thread_of_sheet(const Stage& stage, const Sheet& sheet, double edge, double share) {
  double come = canvas::ease::in_cubic(share), x = canvas::lerp(edge, page_of(stage.size()).thread, come);
  stage.picture.fill(Rect{std::round(x), 0, thread_thickness * stage.u(), stage.whole().height * (1 - come)},
                     sheet.red);
}

class Folio final : public Style {
 public:
  music::Arrangement music() const override { return music::cinematic(); }
  double cut_seconds() const override { return 0.9; }

  Draw compose(const Script& script, std::size_t scene) const override {
    Draw content = scenes[static_cast<int>(script.story.scenes[scene].kind)](script, scene);
    return [&script, scene, content](const Stage& stage) {
      paint_paper(stage, sheet_of(script, scene));
      content(stage);
      if (scene > 0 && scene + 1 < script.story.scenes.size()) thread(stage, script, scene);
    };
  }

  // A sheet is drawn over the last one from the right; the thread is its edge until it lies.
  void cut(const Script& script, std::size_t scene, const Stage& before, const Stage& after,
           const Draw& draw_before, const Draw& draw_after, double share) const override {
    double come = before.calm() ? 1 : canvas::ease::in_out_cubic(share);
    double width = after.whole().width, edge = std::round(width * (1 - come));
    {
      auto kept = before.picture.save();
      if (!before.calm()) before.picture.move(-std::round(width * 0.16 * come), 0);
      draw_before(before);
    }
    if (edge > 0) shade_of_sheet(after, edge);
    {
      auto kept = after.picture.save();
      after.picture.clip(Rect{edge, 0, width - edge, after.whole().height});
      after.picture.move(edge, 0);
      draw_after(after);
    }
    if (share < 1 && !before.calm()) thread_of_sheet(after, sheet_of(script, scene), edge, share);
  }

  Draw share_card(const Script& script) const override {
    return [&script](const Stage& stage) {
      paint_paper(stage, day);
      card(stage, script, day, -10);
    };
  }

  WallPlan wall(const Script& script, double seconds) const override { return wall_of(script, seconds); }
};

}  // namespace
}  // namespace folio

std::unique_ptr<Style> make_folio_style() {
  return std::make_unique<folio::Folio>();
}

}  // namespace mrbill::content::video
