#include "render/report/report.hpp"

#include <memory>

#include <base/unreachable.hpp>

#include "render/program/order_file.hpp"
#include "render/report/csv/csv_report.hpp"
#include "render/report/excel/excel_report.hpp"
#include "render/report/model/report_model.hpp"
#include "render/report/pdf/pdf_report.hpp"

namespace mrbill::content::report {
namespace {

using contract::rendering::ReportFormat;
using contract::rendering::ReportResult;

using MakeReport = ReportResult (*)(const ReportModel&, const std::filesystem::path&, Lines&);

// Keeps every POC, for the formats that count before they write.
class ModelReport final : public RowSink {
 public:
  ModelReport(ReportOrder order, const locale::Zone& zone, std::filesystem::path out, MakeReport make)
      : order_(std::move(order)), collection_(zone), out_(std::move(out)), make_(make) {}
  void row(const PocFacts& poc) override { collection_.add(poc); }
  ReportResult finish(Lines& lines) override {
    return make_(make_model(std::move(order_), std::move(collection_)), out_, lines);
  }

 private:
  ReportOrder order_;
  Collection collection_;
  std::filesystem::path out_;
  MakeReport make_;
};

std::unique_ptr<RowSink> sink_for(ReportOrder order, const std::filesystem::path& out) {
  const auto zone = locale::use_zone(order.person.time_zone);
  switch (order.format) {
    case ReportFormat::csv:
      return std::make_unique<CsvReport>(order, zone, out);
    case ReportFormat::excel:
      return std::make_unique<ModelReport>(std::move(order), zone, out, make_excel);
    case ReportFormat::pdf:
      return std::make_unique<ModelReport>(std::move(order), zone, out, make_pdf);
  }
  unreachable();
}

class Reader final : public OrderSink {
 public:
  explicit Reader(std::filesystem::path out) : out_(std::move(out)) {}
  Result<void, RenderFailure> head(std::string_view json) override {
    auto order = contract::rendering::parse_report_order(json);
    if (!order) return fail(invalid_order(order.error()));
    sink = sink_for(*std::move(order), out_);
    return {};
  }
  void poc(PocFacts poc) override { sink->row(poc); }
  std::unique_ptr<RowSink> sink;

 private:
  std::filesystem::path out_;
};

}  // namespace

Result<std::string, RenderFailure> render_report(const Call& call, Lines& lines) {
  Reader reader(call.out);
  TRY_VOID(read_order(call.order, reader, [&](auto read, auto size) { lines.progress(read, size, 0, 30); }));
  return to_json(reader.sink->finish(lines));
}

}  // namespace mrbill::content::report
