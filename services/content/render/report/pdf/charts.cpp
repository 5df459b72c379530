#include "render/report/pdf/charts.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "render/report/pdf/column_chart.hpp"

namespace mrbill::content::report {
namespace {

constexpr std::size_t max_bars = 12;
constexpr double bar_pitch = 18.5;
constexpr double bar_height = 9;
constexpr double bar_x = grid::left + 128;
constexpr double max_bar = grid::right - bar_x - 64;
constexpr std::size_t max_matrix_rows = 16;

std::uint32_t largest_count(const Grouping& grouping) {
  std::uint32_t most = 1;
  for (const auto& group : grouping.groups) most = std::max(most, group.count);
  return most;
}

std::string alternative(const ReportModel& model, std::string_view title, const Grouping& grouping) {
  const auto& words = texts(model.locale());
  if (grouping.groups.empty()) return std::string(title);
  constexpr std::size_t max_named = 3;
  const auto count = std::ranges::max_element(grouping.groups, {}, &Group::count)->count;
  std::string names;
  std::size_t first = 0;
  for (const auto& group : grouping.groups) {
    if (group.count != count || ++first > max_named) continue;
    names.append(names.empty() ? "" : ", ").append(group_name(model, grouping.kind, group));
  }
  if (first > max_named)
    names += ", " + fmt::format(fmt::runtime(words.and_more),
                                locale::number(model.locale(), static_cast<std::int64_t>(first - max_named)));
  return fmt::format(fmt::runtime(first == 1 ? words.figure_first : words.figure_tied), title, names,
                     count_text(words, model.locale(), count));
}

// One label, shortened only where it would run into the bar; the table has it whole.
void label(Flow& flow, std::string_view text, double y) {
  const auto lines = flow.document().type().lines(text, flow.theme().cell, bar_x - grid::left - 10);
  if (lines.empty()) return;
  const auto width = flow.document().type().width(lines.front().text, flow.theme().cell);
  flow.canvas().text(lines.front(), flow.theme().cell, grid::left, y);
  if (lines.size() > 1) flow.drawn("…", flow.theme().cell, grid::left + width, y);
}

void bar(Flow& flow, std::string_view name, std::uint32_t count, double scale, const pdf::Colour& colour) {
  const auto& model = flow.model();
  label(flow, name, flow.y + bar_height - 1.5);
  const auto length = std::max(count * scale, 0.8);
  flow.canvas().fill({.x = bar_x, .y = flow.y, .width = length, .height = bar_height}, colour);
  const auto share = static_cast<double>(count) / std::max(1U, model.numbers.pocs);
  const auto width = flow.drawn(locale::number(model.locale(), count), flow.theme().cell_strong,
                                bar_x + length + 6, flow.y + bar_height - 1.5);
  flow.drawn(locale::percent(model.locale(), share), flow.theme().figure, bar_x + length + 11 + width,
             flow.y + bar_height - 1.5);
  flow.y += bar_pitch;
}

void draw_bars(Flow& flow, const Grouping& grouping) {
  const auto& groups = grouping.groups;
  const double scale = max_bar / largest_count(grouping);
  flow.canvas().line({bar_x, flow.y - 4},
                     {bar_x, flow.y + static_cast<double>(std::min(groups.size(), max_bars)) * bar_pitch - 5},
                     0.5, palette::ink);
  for (std::size_t i = 0; i < std::min(groups.size(), max_bars); ++i) {
    bar(flow, group_name(flow.model(), grouping.kind, groups[i]), groups[i].count, scale,
        group_colour(flow.model(), grouping, i, 1));
  }
  if (groups.size() <= max_bars) return;
  const auto rest = groups.size() - max_bars;
  flow.drawn(fmt::format(fmt::runtime(flow.words().and_more),
                         locale::number(flow.model().locale(), static_cast<std::int64_t>(rest))),
             flow.theme().figure, bar_x + 6, flow.y + 5);
  flow.y += 12;
}

// A dot for each pair, its area the count.
void draw_matrix(Flow& flow, const Grouping& rows, const Grouping& columns, const Cross& cross) {
  const auto shown = std::min(rows.groups.size(), max_matrix_rows);
  const auto width = cross.columns.size();
  const double pitch = (grid::right - bar_x) / static_cast<double>(std::max<std::size_t>(width, 1));
  std::uint32_t most = 1;
  for (std::size_t r = 0; r < shown; ++r) {
    for (std::size_t c = 0; c < width; ++c) most = std::max(most, cross.at(r, c));
  }
  for (std::size_t c = 0; c < width; ++c) {
    const auto name = group_name(flow.model(), columns.kind, columns.groups[cross.columns[c]]);
    double y = flow.y + 6;
    for (const auto& line : flow.document().type().lines(name, flow.theme().figure, pitch - 4)) {
      flow.canvas().text(line, flow.theme().figure,
                         bar_x + pitch * (static_cast<double>(c) + 0.5) - line.width / 2, y);
      if ((y += 8) > flow.y + 24) break;
    }
  }
  flow.y += 38;
  for (std::size_t r = 0; r < shown; ++r) {
    label(flow, group_name(flow.model(), rows.kind, rows.groups[r]), flow.y + 3);
    flow.canvas().line({bar_x, flow.y}, {grid::right, flow.y}, 0.3, palette::hair);
    for (std::size_t c = 0; c < width; ++c) {
      const auto count = cross.at(r, c);
      const double x = bar_x + pitch * (static_cast<double>(c) + 0.5);
      if (count == 0) continue;
      const double radius = 9.0 * std::sqrt(static_cast<double>(count) / most);
      flow.canvas().disc({x, flow.y}, std::max(radius, 0.7), group_colour(flow.model(), rows, r, 1));
      flow.drawn(locale::number(flow.model().locale(), count), flow.theme().figure,
                 x + std::max(radius, 0.7) + 2, flow.y + 2.3);
    }
    flow.y += 21;
  }
}

}  // namespace

pdf::Colour group_colour(const ReportModel& model, const Grouping& grouping, std::size_t group,
                         std::size_t of) {
  if (grouping.kind != ReportGrouping::language) return step_colour(group, of);
  const auto word = grouping.groups[group].word;
  return word == no_word ? palette::no_language : language_colour(model.collection.languages()[word]);
}

void draw_grouping(Flow& flow, pdf::Element& parent, const Grouping& grouping) {
  std::string attributes = "/Alt";
  pdf::append_text(attributes, alternative(flow.model(), heading(flow.words(), grouping.kind), grouping));
  auto figure = flow.document().structure().open("Figure", parent, attributes);
  flow.document().mark(figure);
  if (grouping.kind == ReportGrouping::month) {
    draw_months(flow, grouping);
  } else {
    draw_bars(flow, grouping);
  }
  flow.document().end_mark();
  flow.document().structure().close(figure);
}

void draw_cross(Flow& flow, pdf::Element& parent, const Grouping& rows, const Grouping& columns,
                const Cross& cross) {
  std::string attributes = "/Alt";
  pdf::append_text(attributes,
                   alternative(flow.model(), cross_heading(flow.words(), rows.kind, columns.kind), rows));
  auto figure = flow.document().structure().open("Figure", parent, attributes);
  flow.document().mark(figure);
  if (rows.kind == ReportGrouping::month) {
    draw_stacked_months(flow, rows, columns, cross);
  } else {
    draw_matrix(flow, rows, columns, cross);
  }
  flow.document().end_mark();
  flow.document().structure().close(figure);
}

}  // namespace mrbill::content::report
