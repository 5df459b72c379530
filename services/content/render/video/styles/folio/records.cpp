#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

// Numbers end where a narrow column ends, what they count begins right of it.
void record_row(const Stage& stage, const Record& record, Rect row, const Sheet& sheet, bool first,
                double at) {
  double u = stage.u(), base = row.y + row.height * 0.74, column = row.x + row.width * 0.4;
  auto number = stage.fit(record.number, serif(row.height * 0.92 / u), {row.width * 0.4, row.height * 1.6});
  stage.rise(number, {column - number->width(), base}, first ? sheet.red : sheet.ink, at, 0.9, 30);
  double left = column + 50 * u, width = row.right() - left;
  auto label = stage.fit(record.label, serif(92, true), {width, 120 * u});
  stage.rise(label, {left, base - 60 * u}, sheet.ink, at + 0.2, 0.9, 16);
  auto when = stage.fit(record.note, sans(36), {width, 60 * u});
  stage.rise(when, {left, base + 12 * u}, sheet.thinned(0.66), at + 0.35, 0.9, 12);
}

}  // namespace

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const Rect matter = furnish(stage, script, scene, script.words.records).matter;
    double pitch = matter.height / std::max<std::size_t>(1, all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto k = static_cast<double>(i);
      double at = stage.beat(1 + 2 * k), y = matter.y + pitch * k;
      if (i > 0) hairline(stage, {matter.x, y + 12 * stage.u()}, matter.width, at - 0.4, sheet.ink);
      record_row(stage, all[i], {matter.x, y, matter.width, pitch}, sheet, i == 0, at);
    }
  };
}

}  // namespace mrbill::content::video::folio
