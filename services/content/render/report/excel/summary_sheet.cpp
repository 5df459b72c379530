#include "render/report/excel/summary_sheet.hpp"

#include <fmt/format.h>

#include "render/report/excel/grouping_sheet.hpp"
#include "render/report/facts.hpp"

namespace mrbill::content::report {
namespace {

constexpr lxw_row_t numbers_row = 4;
constexpr lxw_row_t facts_row = 8;

void write_number(Workbook& book, lxw_worksheet* sheet, lxw_col_t column, std::string_view label,
                  std::uint32_t value, const std::string& formula) {
  if (formula.empty()) {
    worksheet_write_number(sheet, numbers_row, column, value, book.formats().big);
  } else {
    worksheet_write_formula_num(sheet, numbers_row, column, formula.c_str(), book.formats().big, value);
  }
  write_text(sheet, numbers_row + 1, column, label, book.formats().caption);
}

void write_numbers(Workbook& book, lxw_worksheet* sheet, const ReportModel& model) {
  const auto& words = texts(model.locale());
  const auto [pocs, languages, tags, days] = four_numbers(model);
  const auto id = table_column(words.poc_id);
  const auto created = table_column(created_column(model));
  write_number(book, sheet, 0, pocs.word, pocs.value, fmt::format("=COUNTA({})", id));
  write_number(book, sheet, 1, languages.word, languages.value, "");
  write_number(book, sheet, 2, tags.word, tags.value, "");
  write_number(book, sheet, 3, days.word, days.value,
               fmt::format("=IF(COUNT({0})=0,0,SUMPRODUCT(--(FREQUENCY(INT({0}),INT({0}))>0)))", created));
  worksheet_set_row(sheet, numbers_row, 36, nullptr);
}

}  // namespace

void write_summary(Workbook& book, lxw_worksheet* sheet, const ReportModel& model) {
  const auto& person = model.order.person;
  write_text(sheet, 0, 0, model.order.title, book.formats().title);
  worksheet_set_row(sheet, 0, 34, nullptr);
  write_text(sheet, 1, 0, fmt::format("{} · {}", person.display_name, person.tenant_name),
             book.formats().subtitle);
  write_text(sheet, 2, 0, period_text(model), book.formats().subtitle);
  write_numbers(book, sheet, model);
  auto row = facts_row;
  for (const auto& fact : model_facts(model)) {
    write_text(sheet, row, 0, fact.label, book.formats().label);
    write_text(sheet, row++, 1, fact.value, book.formats().value);
  }
  ++row;
  for (const auto& fact : order_facts(model)) {
    write_text(sheet, row, 0, fact.label, book.formats().label);
    write_text(sheet, row++, 1, fact.value, book.formats().value);
  }
  worksheet_set_column(sheet, 0, 3, 24, nullptr);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 1);
}

void insert_summary_charts(Workbook& book, lxw_worksheet* sheet, const ReportModel& model) {
  lxw_row_t row = 0;
  for (const auto& grouping : model.groupings) {
    if (grouping.groups.empty() || model.numbers.pocs == 0) continue;
    lxw_chart_options place{};
    place.x_scale = 1.4;
    place.y_scale = 1.3;
    worksheet_insert_chart_opt(
        sheet, row, 5,
        grouping_chart(book, model, grouping, std::string(heading(texts(model.locale()), grouping.kind))),
        &place);
    row += 20;
  }
}

}  // namespace mrbill::content::report
