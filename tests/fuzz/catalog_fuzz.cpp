// What the catalogue reads beside JSON: CSV, words, repository addresses.
#include <algorithm>

#include <text/text.hpp>

#include "adapters/xapian/tokeniser.hpp"
#include "domain/csv.hpp"
#include "domain/repository_url.hpp"
#include "property.hpp"

namespace {

using namespace mrbill::catalog;

std::vector<std::vector<std::string>> records(std::string_view text, std::size_t piece) {
  CsvReader reader(',');
  std::vector<std::vector<std::string>> found;
  for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
  reader.finish();
  while (auto record = reader.next()) found.push_back(std::move(record->cells));
  return found;
}

void csv_is_read_alike_in_any_pieces(std::string_view text) {
  CHECK(records(text, text.size() + 1) == records(text, 1), "records do not depend on the pieces");
}

// Not as the first cell of a file: there a byte order mark is passed over.
void a_cell_survives_a_round_trip(std::string_view text) {
  std::string line = "start,";
  append_csv_cell(line, text, ',');
  line += "\r\n";
  const auto read = records(line, line.size());
  CHECK(read.size() == 1 && read[0].size() == 2 && without_csv_guard(read[0][1]) == text,
        "a written cell reads back the same");
}

void every_line_of_csv_is_told(std::string_view text) {
  CsvReader reader(';', [](const CsvRecord& record) { return record.cells.size() % 2 == 0; });
  reader.feed(text);
  reader.finish();
  std::int64_t last = 0;
  while (auto record = reader.next()) {
    CHECK(record->line > last, "records come in the order of their lines");
    last = record->line;
  }
  CHECK(last <= 1 + std::ranges::count(text, '\n'), "no line is beyond the last");
}

void words_lie_within_the_text(std::string_view text) {
  std::uint32_t last = 0;
  for (const auto& token : tokenise(text, Joins::blanks)) {
    CHECK(token.begin < token.end && token.end <= text.size(), "a word has letters");
    CHECK(!token.word.empty() && token.word.size() <= max_word_bytes, "a word is not endless");
    CHECK(mrbill::text::is_valid_utf8(text.substr(token.begin, token.end - token.begin)), "no letter is cut");
    if (token.kind != Token::Kind::word) continue;
    CHECK(token.begin >= last, "words come in their order");
    last = token.begin;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = mrbill::fuzz::text_of(data, size);
  csv_is_read_alike_in_any_pieces(text);
  every_line_of_csv_is_told(text);
  if (mrbill::text::is_valid_utf8(text)) words_lie_within_the_text(text);
  if (text.find('\0') == text.npos) a_cell_survives_a_round_trip(text);
  if (const auto url = canonical_repository_url(text)) {
    CHECK(canonical_repository_url(*url) == url, "a canonical address is its own canonical form");
    const auto key = import_key(*url);
    CHECK(import_key(key) == key, "a key is its own key");
  }
  return 0;
}
