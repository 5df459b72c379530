#include "domain/csv.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

using testing::ElementsAre;
using Cells = std::vector<std::string>;

std::vector<CsvRecord> read(std::string_view text, std::size_t piece = 1'000'000) {
  CsvReader reader;
  for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
  reader.finish();
  std::vector<CsvRecord> records;
  while (auto record = reader.next()) records.push_back(*std::move(record));
  return records;
}

std::string cell(std::string_view text) {
  std::string out;
  append_csv_cell(out, text);
  return out;
}

}  // namespace

TEST(Csv, reads_quotes_commas_and_line_ends_inside_cells) {
  auto records = read("a,\"b,\"\"c\"\"\r\nd\",e\r\nf,,\"\"\n");
  ASSERT_EQ(records.size(), 2U);
  EXPECT_THAT(records[0].cells, ElementsAre("a", "b,\"c\"\r\nd", "e"));
  EXPECT_THAT(records[1].cells, ElementsAre("f", "", ""));
}

TEST(Csv, guards_and_reads_back_full_width_signs) {
  for (const auto* text : {"\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM(A1)", "'\uFF1D1"}) {
    EXPECT_EQ(cell(text), "\"'" + std::string(text) + "\"");
    EXPECT_EQ(read(cell(text) + "\n")[0].cells[0], text);
  }
}

TEST(Csv, tells_the_line_on_which_a_record_begins) {
  auto records = read("a\n\"b\nb\nb\"\n\nc");
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[0].line, 1);
  EXPECT_EQ(records[1].line, 2);
  EXPECT_EQ(records[2].line, 6);
}

TEST(Csv, passes_over_a_byte_order_mark_and_blank_lines) {
  auto records = read(
      "\xEF\xBB\xBF"
      "a,b\r\n\r\n\nc,d");
  ASSERT_EQ(records.size(), 2U);
  EXPECT_THAT(records[0].cells, ElementsAre("a", "b"));
  EXPECT_THAT(records[1].cells, ElementsAre("c", "d"));
}

TEST(Csv, reads_the_same_whatever_the_pieces) {
  const std::string text = "name,tags\r\n\"a \"\"q\"\"\",\"x,y\"\r\n'=1,\"two\nlines\"\r\nlast,\"\r\"\r\n";
  const auto whole = read(text);
  for (std::size_t piece = 1; piece < 9; ++piece) {
    const auto pieces = read(text, piece);
    ASSERT_EQ(pieces.size(), whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(pieces[i].cells, whole[i].cells) << piece;
  }
}

TEST(Csv, marks_what_is_no_csv_and_goes_on_at_the_next_line) {
  auto records = read("a\"b,c\nd,e\n\"f\"g,h\ni,j\n\"never closed\nk,l");
  ASSERT_EQ(records.size(), 5U);
  EXPECT_TRUE(records[0].malformed);
  EXPECT_THAT(records[1].cells, ElementsAre("d", "e"));
  EXPECT_TRUE(records[2].malformed);
  EXPECT_FALSE(records[3].malformed);
  EXPECT_TRUE(records[4].malformed);
}

TEST(Csv, does_not_keep_a_record_longer_than_the_limit) {
  auto records = read("\"" + std::string(max_csv_record + 1, 'x') + "\nnext,row\n", 4'096);
  ASSERT_EQ(records.size(), 2U);
  EXPECT_TRUE(records[0].malformed);
  EXPECT_THAT(records[1].cells, ElementsAre("next", "row"));
}

TEST(Csv, disarms_what_a_spreadsheet_would_run) {
  EXPECT_EQ(cell("=1+1"), "\"'=1+1\"");
  EXPECT_EQ(cell("@SUM(A1)"), "\"'@SUM(A1)\"");
  EXPECT_EQ(cell("-x"), "\"'-x\"");
  EXPECT_EQ(cell("\t=x"), "\"'\t=x\"");
  EXPECT_EQ(cell("plain"), "plain");
}

TEST(Csv, gives_back_exactly_what_was_written) {
  std::mt19937 random(7);  // the same texts in each run
  const std::string_view letters = "a'=+-@\t\r\n\",;\\ é";
  for (int i = 0; i < 20'000; ++i) {
    Cells cells(1 + random() % 3);
    for (auto& one : cells)
      for (auto n = random() % 6; n > 0; --n) one += letters[random() % letters.size()];
    if (cells.size() == 1 && cells[0].empty()) continue;  // a blank line is no record
    std::string line;
    for (const auto& one : cells) {
      if (&one != &cells.front()) line += ',';
      append_csv_cell(line, one);
    }
    auto records = read(line + "\r\n", 1 + random() % 5);
    ASSERT_EQ(records.size(), 1U) << line;
    ASSERT_EQ(records[0].cells, cells) << line;
  }
}

}  // namespace mrbill::catalog
