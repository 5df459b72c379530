#include "api/export_stream.hpp"

#include <stdexcept>

#include "api/contract_mapping.hpp"
#include "domain/csv.hpp"
#include "domain/import_columns.hpp"

namespace mrbill::catalog {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // else a spreadsheet takes the file for Latin-1

void append_csv_line(std::string& out, const Poc& poc, char separator) {
  for (const auto& column : exported_columns()) {
    if (&column != &exported_columns().front()) out += separator;
    append_csv_cell(out, column.cell_of(poc), separator);
  }
  out += "\r\n";
}

class ExportStream {
 public:
  ExportStream(std::shared_ptr<ExportPocs> pages, ImportFormat format, char separator,
               std::function<bool()> still_vouched_for)
      : pages_(std::move(pages)),
        format_(format),
        separator_(separator),
        still_vouched_for_(std::move(still_vouched_for)) {}

  Task<std::optional<std::string>> next() {
    if (begun_ && !still_vouched_for_()) throw std::runtime_error("its reader's rights have ended");
    std::string text;
    if (!begun_ && format_ == ImportFormat::csv) text = csv_heading(separator_);
    begun_ = true;
    auto page = co_await pages_->next();
    for (const auto& poc : page) append_export_line(text, poc, format_, separator_);
    if (text.empty()) co_return std::nullopt;
    co_return text;
  }

 private:
  std::shared_ptr<ExportPocs> pages_;
  ImportFormat format_;
  char separator_;
  std::function<bool()> still_vouched_for_;
  bool begun_ = false;
};

}  // namespace

std::string csv_heading(char separator) {
  std::string line(byte_order_mark);
  for (const auto& column : exported_columns()) {
    if (&column != &exported_columns().front()) line += separator;
    line += column.field;
  }
  return line + "\r\n";
}

void append_export_line(std::string& out, const Poc& poc, ImportFormat format, char separator) {
  if (format == ImportFormat::csv) return append_csv_line(out, poc, separator);
  append_json(out, to_row(poc));
  out += '\n';
}

http::BodySource export_stream(std::shared_ptr<ExportPocs> pages, ImportFormat format, char separator,
                               std::function<bool()> still_vouched_for) {
  auto stream =
      std::make_shared<ExportStream>(std::move(pages), format, separator,
                                     std::move(still_vouched_for));  // owned by the answer's body alone
  return [stream] { return stream->next(); };
}

}  // namespace mrbill::catalog
