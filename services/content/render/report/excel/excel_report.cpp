#include "render/report/excel/excel_report.hpp"

#include "render/report/excel/grouping_sheet.hpp"
#include "render/report/excel/poc_sheet.hpp"
#include "render/report/excel/summary_sheet.hpp"

namespace mrbill::content::report {

contract::rendering::ReportResult make_excel(const ReportModel& model, const std::filesystem::path& out,
                                             Lines& lines) {
  Workbook book(model, out / "report.xlsx");
  auto* summary = book.add_sheet(texts(model.locale()).summary);
  FormulaBudget budget;
  for (const auto& grouping : model.groupings) write_grouping(book, model, grouping, budget);
  for (const auto& [rows, columns] : pairs(model)) write_cross(book, model, rows, columns, budget);
  lines.progress(40);
  write_summary(book, summary, model);
  insert_summary_charts(book, summary, model);
  write_pocs(book, book.add_sheet("POCs"), model, lines);
  lines.progress(80);
  book.close();
  return {.file = "report.xlsx",
          .rows = static_cast<std::int64_t>(model.collection.rows().size()),
          .pages = std::nullopt};
}

}  // namespace mrbill::content::report
