#include "render/report/excel/grouping_sheet.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <base/number.hpp>
#include <base/unreachable.hpp>
#include <contract/languages.hpp>
#include <text/text.hpp>

namespace mrbill::content::report {
namespace {

constexpr lxw_row_t head_row = 3;
constexpr std::size_t max_bars = 15;
constexpr std::size_t cross_columns = 8;
constexpr lxw_color_t bar_colour = 0xB9C4E8;

std::string cell(lxw_row_t row, lxw_col_t column, bool fixed_column = false, bool fixed_row = false) {
  std::string characters;
  for (int at = column; at >= 0; at = at / 26 - 1)
    characters.insert(characters.begin(), static_cast<char>('A' + at % 26));
  return fmt::format("{}{}{}{}", fixed_column ? "$" : "", characters, fixed_row ? "$" : "", row + 1);
}

void write_group_name(Workbook& book, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                      const ReportModel& model, const Grouping& grouping, std::size_t index,
                      lxw_format* format = nullptr) {
  const auto& group = grouping.groups[index];
  if (grouping.kind == ReportGrouping::month) {
    if (const auto serial = serial_day({.year = year_of(group.month), .month = month_in_year(group.month)})) {
      worksheet_write_number(sheet, row, column, *serial, book.formats().month);
      return;
    }
  }
  write_text(sheet, row, column, group_name(model, grouping.kind, group), format);
}

// The formula where the budget and COUNTIFS allow it, else the number; the number either way for who does
// not calculate.
void write_count(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                 const std::optional<std::string>& criteria, double value, lxw_format* format) {
  if (criteria) {
    worksheet_write_formula_num(sheet, row, column, fmt::format("=COUNTIFS({})", *criteria).c_str(), format,
                                value);
  } else {
    worksheet_write_number(sheet, row, column, value, format);
  }
}

void add_data_bar(lxw_worksheet* sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column) {
  if (last < first) return;
  lxw_conditional_format bar{};
  bar.type = LXW_CONDITIONAL_DATA_BAR;
  bar.bar_color = bar_colour;
  bar.bar_solid = 1;
  bar.data_bar_2010 = 1;
  bar.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  bar.min_value = 0;
  worksheet_conditional_format_range(sheet, first, column, last, column, &bar);
}

void write_heading(Workbook& book, lxw_worksheet* sheet, const std::string& title, std::string_view note) {
  write_text(sheet, 0, 0, title, book.formats().title);
  worksheet_set_row(sheet, 0, 34, nullptr);
  write_text(sheet, 1, 0, note, book.formats().note);
}

double width_of(const ReportModel& model, const Grouping& grouping) {
  std::size_t widest = 12;
  for (const auto& group : grouping.groups)
    widest = std::max(widest, text::code_points(group_name(model, grouping.kind, group)));
  return std::min<double>(static_cast<double>(widest) + 2, 44);
}

std::string note_of(const ReportModel& model, ReportGrouping kind) {
  const auto& words = texts(model.locale());
  switch (kind) {
    case ReportGrouping::language:
      return std::string(words.language_note);
    case ReportGrouping::tag:
      return std::string(words.tag_note);
    case ReportGrouping::month:
      return fmt::format(fmt::runtime(words.month_note), model.collection.zone().name());
  }
  unreachable();
}

// In a bar chart libxlsxwriter's x axis is the one of the values.
void plain_axes(lxw_chart* chart, bool bars) {
  if (!bars) chart_axis_set_num_format(chart->x_axis, "mmm yyyy");
  auto* values = bars ? chart->x_axis : chart->y_axis;
  lxw_chart_line none{};
  none.none = 1;
  chart_axis_major_gridlines_set_visible(values, LXW_FALSE);
  chart_axis_set_line(values, &none);
  chart_axis_set_min(values, 0);
  chart_axis_set_num_format(values, "#,##0");
  if (bars) chart_axis_set_reverse(chart->y_axis);  // the first group on top
}

// Languages in their own colours; other parts from dark to light; what is left in grey.
lxw_color_t part_colour(const ReportModel& model, const Grouping& parts, std::size_t group,
                        std::size_t column) {
  constexpr std::array<lxw_color_t, cross_columns> steps{0x1B3AB5, 0x3F5CC6, 0x637ED5, 0x879EE1,
                                                         0xA6B8EA, 0xBFCDF1, 0xD2DCF5, 0xE1E8F8};
  const auto word = parts.groups[group].word;
  if (parts.kind != ReportGrouping::language) return steps[std::min(column, steps.size() - 1)];
  const auto* language =
      word == no_word ? nullptr : contract::find_language(model.collection.languages()[word]);
  constexpr lxw_color_t grey = 0xA8ADB5;
  return language == nullptr ? grey : number_in<lxw_color_t>(language->colour.substr(1), 16).value_or(grey);
}

}  // namespace

lxw_chart* grouping_chart(Workbook& book, const ReportModel& model, const Grouping& grouping,
                          const std::string& sheet) {
  const bool months = grouping.kind == ReportGrouping::month;
  auto* chart = workbook_add_chart(book.raw(), months ? LXW_CHART_COLUMN : LXW_CHART_BAR);
  const auto shown = months ? grouping.groups.size() : std::min(grouping.groups.size(), max_bars);
  const auto last = static_cast<lxw_row_t>(head_row + std::max<std::size_t>(shown, 1));
  auto* series = chart_add_series(chart, nullptr, nullptr);
  chart_series_set_categories(series, sheet.c_str(), head_row + 1, 0, last, 0);
  chart_series_set_values(series, sheet.c_str(), head_row + 1, 1, last, 1);
  chart_series_set_name(series, std::string(texts(model.locale()).pocs).c_str());
  lxw_chart_fill fill{};
  fill.color = accent;
  chart_series_set_fill(series, &fill);
  chart_set_series_gap(chart, 40);
  if (!months) {
    chart_series_set_labels(series);
    chart_axis_off(chart->x_axis);
  } else if (shown <= 24) {
    chart_series_set_labels(series);
  }
  plain_axes(chart, !months);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  chart_title_set_name(chart, std::string(heading(texts(model.locale()), grouping.kind)).c_str());
  return chart;
}

void write_grouping(Workbook& book, const ReportModel& model, const Grouping& grouping,
                    FormulaBudget& budget) {
  const auto& words = texts(model.locale());
  const std::string name(heading(words, grouping.kind));
  auto* sheet = book.add_sheet(name);
  const auto pocs = std::max<std::size_t>(model.collection.rows().size(), 1);
  write_heading(book, sheet, name, note_of(model, grouping.kind));
  write_text(sheet, head_row, 0, kind_name(words, grouping.kind), book.formats().head);
  write_text(sheet, head_row, 1, words.pocs, book.formats().head_right);
  write_text(sheet, head_row, 2, words.share, book.formats().head_right);
  for (std::size_t i = 0; i < grouping.groups.size(); ++i) {
    const auto row = static_cast<lxw_row_t>(head_row + 1 + i);
    const double count = grouping.groups[i].count;
    write_group_name(book, sheet, row, 0, model, grouping, i);
    const bool live = budget.spend(pocs);
    write_count(sheet, row, 1, live ? criterion(model, grouping, i, cell(row, 0, true)) : std::nullopt, count,
                book.formats().number);
    worksheet_write_formula_num(
        sheet, row, 2,
        fmt::format("=IF(ROWS({0})=0,0,B{1}/ROWS({0}))", table_column(words.name), row + 1).c_str(),
        book.formats().share, count / static_cast<double>(pocs));
  }
  const auto last = static_cast<lxw_row_t>(head_row + grouping.groups.size());
  add_data_bar(sheet, head_row + 1, last, 1);
  worksheet_set_column(sheet, 0, 0, width_of(model, grouping), nullptr);
  worksheet_set_column(sheet, 1, 2, 14, nullptr);
  worksheet_freeze_panes(sheet, head_row + 1, 1);
  worksheet_autofilter(sheet, head_row, 0, std::max<lxw_row_t>(last, head_row + 1), 2);
  worksheet_repeat_rows(sheet, head_row, head_row);
  if (grouping.groups.empty()) return;
  lxw_chart_options place{};
  place.x_scale = 1.5;
  place.y_scale = grouping.kind == ReportGrouping::month ? 1.3 : 1.9;
  worksheet_insert_chart_opt(sheet, head_row, 4, grouping_chart(book, model, grouping, name), &place);
}

namespace {

class CrossSheet {
 public:
  CrossSheet(Workbook& book, const ReportModel& model, const Grouping& rows, const Grouping& columns)
      : book_(book),
        model_(model),
        words_(texts(model.locale())),
        rows_(rows),
        columns_(columns),
        cross_(group_across(model.collection, rows, columns, cross_columns)),
        name_(cross_heading(words_, rows.kind, columns.kind)),
        sheet_(book.add_sheet(name_)) {}

  void write(FormulaBudget& budget) {
    write_heading(book_, sheet_, name_, note_of(model_, rows_.kind));
    write_head();
    for (std::size_t i = 0; i < rows_.groups.size(); ++i) write_row(i, budget);
    const auto last = static_cast<lxw_row_t>(head_row + rows_.groups.size());
    add_data_bar(sheet_, head_row + 1, last, total_column());
    worksheet_set_column(sheet_, 0, 0, width_of(model_, rows_), nullptr);
    worksheet_set_column(sheet_, 1, total_column(), 13, nullptr);
    worksheet_freeze_panes(sheet_, head_row + 1, 1);
    worksheet_repeat_rows(sheet_, head_row, head_row);
    worksheet_set_landscape(sheet_);
    if (!rows_.groups.empty()) insert_chart();
  }

 private:
  [[nodiscard]] lxw_col_t total_column() const { return static_cast<lxw_col_t>(cross_.width + 1); }

  void write_head() {
    auto* head = book_.formats().head_right;
    write_text(sheet_, head_row, 0, kind_name(words_, rows_.kind), book_.formats().head);
    for (std::size_t c = 0; c < cross_.columns.size(); ++c) {
      write_group_name(book_, sheet_, head_row, static_cast<lxw_col_t>(c + 1), model_, columns_,
                       cross_.columns[c], head);
    }
    if (cross_.rest > 0) {
      write_text(sheet_, head_row, static_cast<lxw_col_t>(cross_.width),
                 others_text(words_, model_.locale(), cross_.rest), head);
    }
    write_text(sheet_, head_row, total_column(), words_.pocs, head);
  }

  void write_row(std::size_t i, FormulaBudget& budget) {
    const auto row = static_cast<lxw_row_t>(head_row + 1 + i);
    const auto* number = book_.formats().number;
    const auto pocs = model_.collection.rows().size() + 1;
    write_group_name(book_, sheet_, row, 0, model_, rows_, i);
    const bool live = budget.spend(pocs * (cross_.width + 1));
    const auto of_row = live ? criterion(model_, rows_, i, cell(row, 0, true)) : std::nullopt;
    for (std::size_t c = 0; c < cross_.width; ++c) {
      const auto column = static_cast<lxw_col_t>(c + 1);
      const auto of_column =
          of_row && c < cross_.columns.size()
              ? criterion(model_, columns_, cross_.columns[c], cell(head_row, column, false, true))
              : std::nullopt;
      const auto both = of_column ? std::optional(*of_row + "," + *of_column) : std::nullopt;
      write_count(sheet_, row, column, both, cross_.at(i, c), const_cast<lxw_format*>(number));
    }
    write_count(sheet_, row, total_column(), of_row, cross_.rows[i], const_cast<lxw_format*>(number));
  }

  void insert_chart() {
    const bool months = rows_.kind == ReportGrouping::month;
    auto* chart = workbook_add_chart(book_.raw(), months ? LXW_CHART_COLUMN_STACKED : LXW_CHART_BAR_STACKED);
    const auto shown = months ? rows_.groups.size() : std::min(rows_.groups.size(), max_bars);
    const auto last = static_cast<lxw_row_t>(head_row + shown);
    for (std::size_t c = 0; c < cross_.width; ++c) {
      const auto column = static_cast<lxw_col_t>(c + 1);
      auto* series = chart_add_series(chart, nullptr, nullptr);
      chart_series_set_categories(series, name_.c_str(), head_row + 1, 0, last, 0);
      chart_series_set_values(series, name_.c_str(), head_row + 1, column, last, column);
      chart_series_set_name_range(series, name_.c_str(), head_row, column);
      lxw_chart_fill fill{};
      fill.color = c < cross_.columns.size() ? part_colour(model_, columns_, cross_.columns[c], c) : 0xD6D9DE;
      chart_series_set_fill(series, &fill);
    }
    chart_set_series_gap(chart, 40);
    plain_axes(chart, !months);
    chart_title_set_name(chart, name_.c_str());
    lxw_chart_options place{};
    place.x_scale = 1.8;
    place.y_scale = months ? 1.5 : 2.0;
    worksheet_insert_chart_opt(sheet_, head_row, static_cast<lxw_col_t>(total_column() + 2), chart, &place);
  }

  Workbook& book_;
  const ReportModel& model_;
  const Texts& words_;
  const Grouping& rows_;
  const Grouping& columns_;
  Cross cross_;
  std::string name_;
  lxw_worksheet* sheet_;
};

}  // namespace

void write_cross(Workbook& book, const ReportModel& model, const Grouping& rows, const Grouping& columns,
                 FormulaBudget& budget) {
  CrossSheet(book, model, rows, columns).write(budget);
}

}  // namespace mrbill::content::report
