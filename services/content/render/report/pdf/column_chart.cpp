#include "render/report/pdf/column_chart.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "render/report/pdf/charts.hpp"

namespace mrbill::content::report {
namespace {

constexpr double chart_height = 190;

struct Scale {
  double base = 0;   // y of zero
  double step = 0;   // points a POC
  double pitch = 0;  // points a month
  double width = 0;  // of a column
  [[nodiscard]] double x(std::size_t month) const {
    return grid::left + pitch * static_cast<double>(month) + (pitch - width) / 2;
  }
};

Scale scale_for(Flow& flow, const Grouping& months) {
  std::uint32_t most = 1;
  for (const auto& group : months.groups) most = std::max(most, group.count);
  const double pitch = grid::width / static_cast<double>(std::max<std::size_t>(months.groups.size(), 1));
  return {flow.y + chart_height, (chart_height - 14) / most, pitch, std::min(pitch * 0.72, 34.0)};
}

void axis(Flow& flow, const Grouping& months, const Scale& scale) {
  flow.canvas().line({grid::left, scale.base}, {grid::right, scale.base}, 0.6, palette::ink);
  const bool by_month = scale.pitch >= 17;
  double free_from = 0;
  for (std::size_t i = 0; i < months.groups.size(); ++i) {
    const auto month = months.groups[i].month;
    const bool opens_year = month_in_year(month) == 1 || i == 0;
    if (by_month) {
      flow.drawn(locale::short_month(flow.model().locale(), month_in_year(month)), flow.theme().figure,
                 scale.x(i), scale.base + 10);
    }
    const double x = by_month ? scale.x(i) : grid::left + scale.pitch * static_cast<double>(i);
    if (!opens_year || x < free_from) continue;
    const auto width =
        flow.drawn(std::to_string(year_of(month)), flow.theme().figure, x, scale.base + (by_month ? 20 : 11));
    if (!by_month) flow.canvas().line({x - 0.2, scale.base}, {x - 0.2, scale.base + 4}, 0.4, palette::soft);
    free_from = x + width + 6;
  }
  flow.y = scale.base + (by_month ? 34 : 26);
}

// Each column's count where there is room, else the highest one's.
void totals(Flow& flow, const Grouping& months, const Scale& scale) {
  const auto highest = static_cast<std::size_t>(std::ranges::max_element(months.groups, {}, &Group::count) -
                                                months.groups.begin());
  for (std::size_t i = 0; i < months.groups.size(); ++i) {
    const auto count = months.groups[i].count;
    if (count == 0 || (scale.pitch < 17 && i != highest)) continue;
    const auto text = locale::number(flow.model().locale(), count);
    const auto& style = i == highest ? flow.theme().cell_strong : flow.theme().figure;
    const auto width = flow.document().type().width(text, style);
    flow.drawn(text, style, std::min(scale.x(i) + scale.width / 2 - width / 2, grid::right - width),
               scale.base - count * scale.step - 4);
  }
}

void legend(Flow& flow, const Grouping& parts, const Cross& cross) {
  double x = grid::left;
  const auto entry = [&](const std::string& name, const pdf::Colour& colour) {
    const auto width = flow.document().type().width(name, flow.theme().cell);
    if (x + width + 12 > grid::right) {
      x = grid::left;
      flow.y += 13;
    }
    flow.canvas().fill({.x = x, .y = flow.y - 6, .width = 7, .height = 7}, colour);
    flow.drawn(name, flow.theme().cell, x + 11, flow.y);
    x += width + 27;
  };
  flow.y += 6;
  for (std::size_t c = 0; c < cross.columns.size(); ++c) {
    entry(group_name(flow.model(), parts.kind, parts.groups[cross.columns[c]]),
          group_colour(flow.model(), parts, cross.columns[c], cross.columns.size()));
  }
  if (cross.rest > 0) entry(fmt::format("{} ({})", flow.words().others, cross.rest), palette::hair);
  flow.y += 18;
}

}  // namespace

void draw_months(Flow& flow, const Grouping& months) {
  const auto scale = scale_for(flow, months);
  for (std::size_t i = 0; i < months.groups.size(); ++i) {
    const auto height = months.groups[i].count * scale.step;
    if (height > 0)
      flow.canvas().fill({.x = scale.x(i), .y = scale.base - height, .width = scale.width, .height = height},
                         palette::accent);
  }
  totals(flow, months, scale);
  axis(flow, months, scale);
}

// The parts share a column's height by their counts: a POC with two tags is one POC high.
void draw_stacked_months(Flow& flow, const Grouping& months, const Grouping& parts, const Cross& cross) {
  legend(flow, parts, cross);
  const auto scale = scale_for(flow, months);
  for (std::size_t i = 0; i < months.groups.size(); ++i) {
    std::uint32_t sum = 0;
    for (std::size_t c = 0; c < cross.width; ++c) sum += cross.at(i, c);
    double y = scale.base;
    for (std::size_t c = 0; c < cross.width; ++c) {
      if (cross.at(i, c) == 0) continue;
      const auto height = months.groups[i].count * scale.step * cross.at(i, c) / sum;
      const auto colour = c < cross.columns.size()
                              ? group_colour(flow.model(), parts, cross.columns[c], cross.columns.size())
                              : palette::hair;
      flow.canvas().fill({.x = scale.x(i), .y = y - height, .width = scale.width, .height = height}, colour);
      if (scale.width > 3 && y < scale.base)
        flow.canvas().line({scale.x(i), y}, {scale.x(i) + scale.width, y}, 0.5, palette::paper);
      y -= height;
    }
  }
  totals(flow, months, scale);
  axis(flow, months, scale);
}

}  // namespace mrbill::content::report
