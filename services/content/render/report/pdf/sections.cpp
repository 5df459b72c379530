#include "render/report/pdf/sections.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include <base/unreachable.hpp>

#include "render/report/pdf/charts.hpp"
#include "render/report/pdf/table.hpp"

namespace mrbill::content::report {
namespace {

constexpr std::size_t cross_columns = 6;
constexpr std::size_t cross_rows = 40;
constexpr double table_gap = 22;
constexpr std::size_t max_singles = 45;  // words with one POC, as rows of their own

std::string count(const Flow& flow, std::uint32_t value) {
  return value == 0 ? "–" : locale::number(flow.model().locale(), value);
}

std::string note_of(const Flow& flow, ReportGrouping kind) {
  switch (kind) {
    case ReportGrouping::language:
      return std::string(flow.words().language_note);
    case ReportGrouping::tag:
      return std::string(flow.words().tag_note);
    case ReportGrouping::month:
      return fmt::format(fmt::runtime(flow.words().month_note), flow.model().collection.zone().name());
  }
  unreachable();
}

// Years down, months across.
void write_month_table(Flow& flow, pdf::Element& parent, const Grouping& grouping) {
  const auto locale = flow.model().locale();
  std::map<int, std::array<std::uint32_t, 12>> years;
  for (const auto& group : grouping.groups)
    years[year_of(group.month)][static_cast<std::size_t>(month_in_year(group.month) - 1)] = group.count;
  std::vector<TableColumn> columns{{.head = std::string(flow.words().year), .width = 43, .side = Side::left}};
  for (int month = 1; month <= 12; ++month)
    columns.push_back({std::string(locale::short_month(locale, month)), 33, Side::right});
  columns.push_back({std::string(flow.words().total), grid::width - 43 - 12 * 33, Side::right});
  Table table(flow, parent, columns, years.size());
  for (const auto& [year, counts] : years) {
    std::vector<std::string> cells{std::to_string(year)};
    std::uint32_t total = 0;
    for (const auto value : counts) {
      cells.push_back(count(flow, value));
      total += value;
    }
    cells.push_back(count(flow, total));
    table.row(cells);
  }
  table.finish();
}

// How many groups have a row: where many words have one POC only, these follow as a text. Nothing is
// left out.
std::size_t rows_of(const Grouping& grouping) {
  const auto singles = std::ranges::count_if(
      grouping.groups, [](const Group& group) { return group.count == 1 && group.word != no_word; });
  if (static_cast<std::size_t>(singles) < max_singles) return grouping.groups.size();
  return grouping.groups.size() - static_cast<std::size_t>(singles);
}

void write_singles(Flow& flow, pdf::Element& parent, const Grouping& grouping) {
  std::string names;
  std::int64_t singles = 0;
  for (const auto& group : grouping.groups) {
    if (group.count != 1 || group.word == no_word) continue;
    names.append(names.empty() ? "" : ", ").append(group_name(flow.model(), grouping.kind, group));
    ++singles;
  }
  if (!flow.fits(90)) flow.begin_page();
  flow.y += table_gap;
  flow.paragraph(
      "H3", parent,
      fmt::format(fmt::runtime(flow.words().used_once), locale::number(flow.model().locale(), singles)),
      flow.theme().heading, grid::width, 14);
  flow.y += 5;
  flow.paragraph("P", parent, names, flow.theme().note, grid::width, 13);
}

void write_word_rows(Flow& flow, pdf::Element& parent, const Grouping& grouping, std::size_t rows) {
  const auto locale = flow.model().locale();
  const bool language = grouping.kind == ReportGrouping::language;
  const bool all = rows == grouping.groups.size();
  const std::size_t lanes = rows > 8 ? 3 : 1;
  const double lane = lanes == 1 ? 220 : (grid::width - 40) / 3;
  Table table(
      flow, parent,
      {{.head = std::string(kind_name(flow.words(), grouping.kind)), .width = lane - 62, .side = Side::left},
       {.head = std::string(flow.words().pocs), .width = 30, .side = Side::right},
       {.head = std::string(flow.words().share), .width = 32, .side = Side::right}},
      rows, lanes);
  for (std::size_t i = 0; i < grouping.groups.size(); ++i) {
    const auto& group = grouping.groups[i];
    if (!all && group.count == 1 && group.word != no_word) continue;
    const std::array cells{
        group_name(flow.model(), grouping.kind, group), locale::number(locale, group.count),
        locale::percent(locale, static_cast<double>(group.count) / std::max(1U, flow.model().numbers.pocs))};
    const auto colour = group_colour(flow.model(), grouping, i, 1);
    table.row(cells, language ? &colour : nullptr);
  }
  table.finish();
}

void write_word_table(Flow& flow, pdf::Element& parent, const Grouping& grouping) {
  const auto rows = rows_of(grouping);
  if (rows > 0) write_word_rows(flow, parent, grouping, rows);
  if (rows < grouping.groups.size()) write_singles(flow, parent, grouping);
}

void write_cross_table(Flow& flow, pdf::Element& parent, const Grouping& rows, const Grouping& columns,
                       const Cross& cross) {
  const double first = 110;
  const double each = (grid::width - first) / static_cast<double>(cross.width + 1);
  std::vector<TableColumn> heads{
      {.head = std::string(kind_name(flow.words(), rows.kind)), .width = first, .side = Side::left}};
  for (const auto index : cross.columns)
    heads.push_back({group_name(flow.model(), columns.kind, columns.groups[index]), each, Side::right});
  if (cross.rest > 0)
    heads.push_back({others_text(flow.words(), flow.model().locale(), cross.rest), each, Side::right});
  heads.push_back({std::string(flow.words().pocs), each, Side::right});
  const auto filled =
      static_cast<std::size_t>(std::ranges::count_if(cross.rows, [](auto pocs) { return pocs > 0; }));
  Table table(flow, parent, heads, filled);
  for (std::size_t r = 0; r < cross.rows.size(); ++r) {
    if (cross.rows[r] == 0) continue;  // a month without POCs
    const bool is_rest = cross.rest_rows > 0 && r + 1 == cross.rows.size();
    std::vector<std::string> cells{is_rest ? others_text(flow.words(), flow.model().locale(), cross.rest_rows)
                                           : group_name(flow.model(), rows.kind, rows.groups[r])};
    for (std::size_t c = 0; c < cross.width; ++c) cells.push_back(count(flow, cross.at(r, c)));
    cells.push_back(count(flow, cross.rows[r]));
    table.row(cells);
  }
  table.finish();
}

void write_grouping(Flow& flow, std::vector<ContentsEntry>& entries, const Grouping& grouping) {
  auto section = begin_section(flow, entries, std::string(heading(flow.words(), grouping.kind)),
                               note_of(flow, grouping.kind));
  draw_grouping(flow, section, grouping);
  flow.y += table_gap;
  if (grouping.kind == ReportGrouping::month) {
    write_month_table(flow, section, grouping);
  } else {
    write_word_table(flow, section, grouping);
  }
  flow.document().structure().close(section);
}

void write_cross(Flow& flow, std::vector<ContentsEntry>& entries, const Grouping& rows,
                 const Grouping& columns) {
  const auto row_limit = rows.kind == ReportGrouping::month ? SIZE_MAX : cross_rows;
  const auto cross = group_across(flow.model().collection, rows, columns, cross_columns, row_limit);
  auto section = begin_section(flow, entries, cross_heading(flow.words(), rows.kind, columns.kind),
                               note_of(flow, columns.kind));
  draw_cross(flow, section, rows, columns, cross);
  flow.y += table_gap;
  write_cross_table(flow, section, rows, columns, cross);
  flow.document().structure().close(section);
}

}  // namespace

pdf::Element begin_section(Flow& flow, std::vector<ContentsEntry>& entries, const std::string& title,
                           std::string_view note) {
  flow.begin_page();
  entries.push_back({title, flow.page_number(), {flow.document().page(), 0}});
  flow.document().outline(title, entries.back().to);
  auto section = flow.document().structure().open("Sect", flow.document().structure().root());
  flow.document().artifact();
  flow.canvas().fill({.x = grid::left, .y = 0, .width = 34, .height = 5}, palette::accent);
  flow.document().end_mark();
  flow.paragraph("H2", section, title, flow.theme().title, grid::width, 26);
  flow.y += 4;
  flow.paragraph("P", section, note, flow.theme().note, grid::width * 0.72, 13);
  flow.y += 26;
  return section;
}

void write_groupings(Flow& flow, std::vector<ContentsEntry>& entries) {
  for (const auto& grouping : flow.model().groupings) write_grouping(flow, entries, grouping);
  for (const auto& [rows, columns] : pairs(flow.model())) write_cross(flow, entries, rows, columns);
}

}  // namespace mrbill::content::report
