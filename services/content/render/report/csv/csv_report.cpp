#include "render/report/csv/csv_report.hpp"

#include <fmt/format.h>

#include "render/report/texts.hpp"

namespace mrbill::content::report {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // else Excel takes the file for Latin-1

char* two_digits(char* at, int value) {
  *at++ = static_cast<char>('0' + value / 10 % 10);
  *at++ = static_cast<char>('0' + value % 10);
  return at;
}

}  // namespace

CsvReport::CsvReport(const contract::rendering::ReportOrder& order, const locale::Zone& zone,
                     const std::filesystem::path& out)
    : locale_(order.person.locale),
      zone_(zone),
      created_(zone),
      updated_(zone),
      file_(out / "report.csv"),
      line_(file_.buffer(), locale_ == Locale::pt_br ? ';' : ',') {
  write_head();
}

void CsvReport::write_head() {
  const auto& words = texts(locale_);
  file_.buffer() += byte_order_mark;
  for (const auto name : {words.name, words.description, words.repository, words.language, words.tag,
                          words.frameworks, words.is_public, words.is_favorite}) {
    line_.cell(name == words.tag ? "Tags" : name);
  }
  line_.cell(fmt::format("{} ({})", words.created, zone_.name()));
  line_.cell(fmt::format("{} ({})", words.updated, zone_.name()));
  line_.cell(words.poc_id);
  line_.end();
}

void CsvReport::row(const PocFacts& poc) {
  const auto& words_of = texts(locale_);
  line_.cell(poc.name);
  for (const auto* text : {&poc.description, &poc.repository_url, &poc.language})
    line_.cell(*text ? std::string_view(**text) : std::string_view());
  words(poc.tags);
  words(poc.frameworks);
  line_.plain_cell(poc.is_public ? words_of.yes : words_of.no);
  line_.plain_cell(poc.is_favorite ? words_of.yes : words_of.no);
  time(created_.of(poc.created_at));
  time(updated_.of(poc.updated_at));
  line_.plain_cell(poc.poc_id.to_string());
  line_.end();
  ++rows_;
  file_.flush_when_full();
}

void CsvReport::words(std::span<const std::string> list) {
  scratch_.clear();
  for (const auto& word : list) {
    if (!scratch_.empty()) scratch_ += ", ";
    scratch_ += word;
  }
  line_.cell(scratch_);
}

// 2025-03-31 14:05:00: what spreadsheets of every language take for a date.
void CsvReport::time(const locale::LocalTime& local) {
  std::array<char, 19> text{};
  auto* at = two_digits(text.data(), local.year / 100);
  at = two_digits(at, local.year % 100);
  for (const auto& [separator, value] :
       {std::pair{'-', local.month}, std::pair{'-', local.day}, std::pair{' ', local.hour},
        std::pair{':', local.minute}, std::pair{':', local.second}}) {
    *at++ = separator;
    at = two_digits(at, value);
  }
  line_.plain_cell({text.data(), text.size()});
}

contract::rendering::ReportResult CsvReport::finish(Lines&) {
  file_.close();
  return {.file = "report.csv", .rows = rows_, .pages = std::nullopt};
}

}  // namespace mrbill::content::report
