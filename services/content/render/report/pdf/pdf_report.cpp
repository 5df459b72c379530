#include "render/report/pdf/pdf_report.hpp"

#include <fmt/format.h>

#include <canvas/font_folder.hpp>

#include "render/report/pdf/contents.hpp"
#include "render/report/pdf/cover.hpp"
#include "render/report/pdf/poc_table.hpp"
#include "render/report/pdf/sections.hpp"

namespace mrbill::content::report {
namespace {

pdf::Properties properties_of(const ReportModel& model) {
  const auto& order = model.order;
  return {.title = order.title.empty() ? std::string(texts(model.locale()).report) : order.title,
          .author = order.person.display_name,
          .subject = fmt::format("{}, {}, {}", texts(model.locale()).report, order.person.tenant_name,
                                 period_text(model)),
          .language = std::string(to_string(order.person.locale)),
          .created = order.generated_at};
}

}  // namespace

contract::rendering::ReportResult make_pdf(const ReportModel& model, const std::filesystem::path& out,
                                           Lines& lines) {
  pdf::Document document(out / "report.pdf", properties_of(model), canvas::font_folder(), fallback_fonts);
  const Theme theme(document.type());
  Flow flow(document, theme, model);
  write_cover(flow);
  const auto contents_page = flow.keep_page();
  document.outline(texts(model.locale()).contents, {contents_page, 0});
  auto contents = document.structure().open("Sect", document.structure().root());
  std::vector<ContentsEntry> entries;
  if (model.numbers.pocs > 0) {
    write_groupings(flow, entries);
    lines.progress(35);
    write_poc_table(flow, entries, lines);
  }
  write_contents(flow, contents_page, contents, entries);
  document.structure().close(contents);
  flow.total_pages();
  document.finish();
  return {.file = "report.pdf",
          .rows = static_cast<std::int64_t>(model.collection.rows().size()),
          .pages = static_cast<std::int64_t>(document.pages())};
}

}  // namespace mrbill::content::report
