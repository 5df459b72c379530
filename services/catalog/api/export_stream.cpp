#include "api/export_stream.hpp"

#include "api/contract_mapping.hpp"
#include "domain/csv.hpp"

namespace mrbill::catalog {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ',';
    text += word;
  }
  return text;
}

void append_csv_line(std::string& out, const Poc& poc) {
  const auto& content = poc.content;
  // In the order of import_fields.
  const std::string cells[] = {content.name,
                               content.description.value_or(""),
                               content.repository_url.value_or(""),
                               content.language.value_or(""),
                               joined(content.tags),
                               joined(content.frameworks),
                               to_rfc3339(poc.created_at),
                               to_rfc3339(poc.updated_at),
                               content.is_public ? "true" : "false"};
  static_assert(std::size(cells) == import_fields.size());
  for (const auto& cell : cells) {
    append_csv_cell(out, cell);
    out += &cell == &cells[std::size(cells) - 1] ? "\r\n" : ",";
  }
}

class ExportStream {
 public:
  ExportStream(std::shared_ptr<ExportPocs> pages, ImportFormat format)
      : pages_(std::move(pages)), format_(format) {}

  Task<std::optional<std::string>> next() {
    std::string text;
    if (!begun_ && format_ == ImportFormat::csv) text = csv_heading();
    begun_ = true;
    auto page = co_await pages_->next();
    for (const auto& poc : page) append_export_line(text, poc, format_);
    if (text.empty()) co_return std::nullopt;
    co_return text;
  }

 private:
  std::shared_ptr<ExportPocs> pages_;
  ImportFormat format_;
  bool begun_ = false;
};

}  // namespace

std::string csv_heading() {
  std::string line;
  for (const auto field : import_fields) {
    if (!line.empty()) line += ',';
    line += field;
  }
  return line + "\r\n";
}

void append_export_line(std::string& out, const Poc& poc, ImportFormat format) {
  if (format == ImportFormat::csv) return append_csv_line(out, poc);
  append_json(out, to_row(poc));
  out += '\n';
}

http::BodySource export_stream(std::shared_ptr<ExportPocs> pages, ImportFormat format) {
  auto stream = std::make_shared<ExportStream>(std::move(pages), format);  // owned by the answer's body alone
  return [stream] { return stream->next(); };
}

}  // namespace mrbill::catalog
