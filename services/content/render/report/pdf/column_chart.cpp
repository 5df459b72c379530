#include "render/report/pdf/column_chart.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "render/report/pdf/charts.hpp"

namespace mrbill::content::report {
namespace {

constexpr double chart_height = 190;

constexpr std::size_t max_stacks =
    48;  // more months are stacked by year: thinner colours could not be told apart

// A month, or a year of them.
struct Stack {
  MonthNumber month = 0;
  std::uint32_t count = 0;
  std::vector<std::uint32_t> parts;
};

struct Scale {
  double base = 0;   // y of zero
  double step = 0;   // points a POC
  double pitch = 0;  // points a column
  double width = 0;  // of a column
  [[nodiscard]] double x(std::size_t column) const {
    return grid::left + pitch * static_cast<double>(column) + (pitch - width) / 2;
  }
};

Scale scale_for(Flow& flow, const std::vector<Stack>& stacks) {
  std::uint32_t most = 1;
  for (const auto& stack : stacks) most = std::max(most, stack.count);
  const double pitch = grid::width / static_cast<double>(std::max<std::size_t>(stacks.size(), 1));
  return {flow.y + chart_height, (chart_height - 14) / most, pitch, std::min(pitch * 0.72, 34.0)};
}

void centred(Flow& flow, std::string_view text, const pdf::Style& style, double x, double y) {
  const auto width = flow.document().type().width(text, style);
  flow.drawn(text, style, std::clamp(x - width / 2, grid::left, grid::right - width), y);
}

void year_marks(Flow& flow, const std::vector<Stack>& stacks, const Scale& scale, double y, bool ticks) {
  double free_from = 0;
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    if (month_in_year(stacks[i].month) != 1 && i > 0) continue;
    const double x = ticks ? grid::left + scale.pitch * static_cast<double>(i) : scale.x(i);
    if (x < free_from) continue;
    const auto width = flow.drawn(std::to_string(year_of(stacks[i].month)), flow.theme().figure, x, y);
    if (ticks) flow.canvas().line({x, scale.base}, {x, scale.base + 4}, 0.4, palette::soft);
    free_from = x + width + 6;
  }
}

void axis(Flow& flow, const std::vector<Stack>& stacks, const Scale& scale, bool years) {
  flow.canvas().line({grid::left, scale.base}, {grid::right, scale.base}, 0.6, palette::ink);
  const bool by_month = !years && scale.pitch >= 17;
  for (std::size_t i = 0; i < stacks.size() && (by_month || years); ++i) {
    const auto text =
        years ? std::to_string(year_of(stacks[i].month))
              : std::string(locale::short_month(flow.model().locale(), month_in_year(stacks[i].month)));
    if (scale.pitch >= 17 || i % 5 == 0)
      centred(flow, text, flow.theme().figure, scale.x(i) + scale.width / 2, scale.base + 10);
  }
  if (!years) year_marks(flow, stacks, scale, scale.base + (by_month ? 20 : 11), !by_month);
  flow.y = scale.base + (by_month ? 34 : 26);
}

// Each column's count where there is room, else the highest one's.
void totals(Flow& flow, const std::vector<Stack>& stacks, const Scale& scale) {
  const auto highest =
      static_cast<std::size_t>(std::ranges::max_element(stacks, {}, &Stack::count) - stacks.begin());
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    const auto count = stacks[i].count;
    if (count == 0 || (scale.pitch < 17 && i != highest)) continue;
    const auto& style = i == highest ? flow.theme().cell_strong : flow.theme().figure;
    centred(flow, locale::number(flow.model().locale(), count), style, scale.x(i) + scale.width / 2,
            scale.base - count * scale.step - 4);
  }
}

std::vector<Stack> stacks_of(const Grouping& months) {
  std::vector<Stack> stacks;
  for (const auto& group : months.groups) stacks.push_back({group.month, group.count, {}});
  return stacks;
}

std::vector<Stack> stacks_of(const Grouping& months, const Cross& cross, bool years) {
  std::vector<Stack> stacks;
  for (std::size_t i = 0; i < months.groups.size(); ++i) {
    const auto month = months.groups[i].month;
    if (!years || stacks.empty() || year_of(stacks.back().month) != year_of(month)) {
      stacks.push_back(
          {years ? month_number(year_of(month), 1) : month, 0, std::vector<std::uint32_t>(cross.width)});
    }
    stacks.back().count += months.groups[i].count;
    for (std::size_t c = 0; c < cross.width; ++c) stacks.back().parts[c] += cross.at(i, c);
  }
  return stacks;
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
  if (cross.rest > 0) entry(others_text(flow.words(), flow.model().locale(), cross.rest), palette::hair);
  flow.y += 18;
}

}  // namespace

void draw_months(Flow& flow, const Grouping& months) {
  const auto stacks = stacks_of(months);
  const auto scale = scale_for(flow, stacks);
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    const auto height = stacks[i].count * scale.step;
    if (height > 0)
      flow.canvas().fill({.x = scale.x(i), .y = scale.base - height, .width = scale.width, .height = height},
                         palette::accent);
  }
  totals(flow, stacks, scale);
  axis(flow, stacks, scale, false);
}

// The parts share a column's height by their counts: a POC with two tags is one POC high.
void draw_stacked_months(Flow& flow, const Grouping& months, const Grouping& parts, const Cross& cross) {
  legend(flow, parts, cross);
  const bool years = months.groups.size() > max_stacks;
  const auto stacks = stacks_of(months, cross, years);
  const auto scale = scale_for(flow, stacks);
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    std::uint32_t sum = 0;
    for (const auto part : stacks[i].parts) sum += part;
    double y = scale.base;
    for (std::size_t c = 0; c < cross.width; ++c) {
      if (stacks[i].parts[c] == 0) continue;
      const auto height = stacks[i].count * scale.step * stacks[i].parts[c] / sum;
      const auto colour = c < cross.columns.size()
                              ? group_colour(flow.model(), parts, cross.columns[c], cross.columns.size())
                              : palette::hair;
      flow.canvas().fill({.x = scale.x(i), .y = y - height, .width = scale.width, .height = height}, colour);
      if (scale.width > 3 && y < scale.base)
        flow.canvas().line({scale.x(i), y}, {scale.x(i) + scale.width, y}, 0.5, palette::paper);
      y -= height;
    }
  }
  totals(flow, stacks, scale);
  axis(flow, stacks, scale, years);
}

}  // namespace mrbill::content::report
