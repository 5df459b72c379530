// report.csv: every POC of the order as it is read, so the memory does not grow with their number.
#pragma once

#include <optional>

#include "render/locale/zone.hpp"
#include "render/program/order_file.hpp"
#include "render/report/csv/csv_writer.hpp"
#include "render/report/output_file.hpp"
#include "render/report/report_order.hpp"

namespace mrbill::content::report {

class CsvReport final : public RowSink {
 public:
  CsvReport(const contract::rendering::ReportOrder& order, const locale::Zone& zone,
            const std::filesystem::path& out);
  void row(const PocFacts& poc) override;
  contract::rendering::ReportResult finish(Lines& lines) override;

 private:
  void write_head();
  void words(std::span<const std::string> words);
  void time(const locale::LocalTime& time);

  contract::rendering::Locale locale_;
  locale::Zone zone_;
  locale::LocalTimes created_, updated_;
  OutputFile file_;
  CsvLine line_;
  std::string scratch_;
  std::int64_t rows_ = 0;
};

}  // namespace mrbill::content::report
