#include "domain/csv.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

using testing::ElementsAre;
using Cells = std::vector<std::string>;

std::vector<CsvRecord> read(std::string_view text, std::size_t piece = 1'000'000, char separator = ',') {
  CsvReader reader(separator);
  for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
  reader.finish();
  std::vector<CsvRecord> records;
  while (auto record = reader.next()) records.push_back(*std::move(record));
  return records;
}

std::string cell(std::string_view text) {
  std::string out;
  append_csv_cell(out, text, ',');
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
    EXPECT_EQ(without_csv_guard(read(cell(text) + "\n")[0].cells[0]), text);
  }
}

TEST(Csv, tells_the_line_on_which_a_record_begins) {
  auto records = read("a\n\"b\nb\nb\"\n\nc");
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[0].line, 1);
  EXPECT_EQ(records[1].line, 2);
  EXPECT_EQ(records[2].line, 6);
}

TEST(Csv, keeps_a_first_character_that_begins_like_a_byte_order_mark) {
  for (const std::size_t piece : {1UL, 100UL}) {
    const auto records = read("ｎａｍｅ,b\n", piece);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_THAT(records[0].cells, ElementsAre("ｎａｍｅ", "b"));
    EXPECT_THAT(read("\xEF\xBB", piece)[0].cells, ElementsAre("\xEF\xBB"));
  }
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
  auto records = read("a\"b,c\nd,e\n\"f\"g,h\ni,j\n");
  ASSERT_EQ(records.size(), 4U);
  EXPECT_EQ(records[0].fault, CsvFault::stray_quote);
  EXPECT_THAT(records[1].cells, ElementsAre("d", "e"));
  EXPECT_EQ(records[2].fault, CsvFault::stray_quote);
  EXPECT_EQ(records[3].fault, CsvFault::none);
}

TEST(Csv, loses_one_line_alone_to_a_quote_that_is_never_closed) {
  for (const std::string rows : {"k,l\nm,n", "k,l\nm,n\n", "k,\"l\"\nm,n\n", "k,l\nm,\"n\"\n"}) {
    for (const std::size_t piece : {1UL, 3UL, 1'000UL}) {
      auto records = read("i,j\nx,\"never closed,y\n" + rows, piece);
      ASSERT_EQ(records.size(), 4U) << rows;
      EXPECT_EQ(records[1].fault, CsvFault::open_quote);
      EXPECT_EQ(records[1].line, 2);
      EXPECT_EQ(records[1].cells.size(), 1U) << "those before the one at fault";
      EXPECT_THAT(records[2].cells, ElementsAre("k", "l"));
      EXPECT_EQ(records[2].line, 3);
      EXPECT_THAT(records[3].cells, ElementsAre("m", "n"));
      EXPECT_EQ(records[3].line, 4);
    }
  }
}

TEST(Csv, loses_one_line_alone_to_a_quote_that_takes_in_more_than_a_record_may_hold) {
  std::string text = "\"open\n";
  constexpr int rows = 30'000;
  for (int i = 0; i < rows; ++i) text += "row " + std::to_string(i) + ",a\n";
  auto records = read(text, 4'096);
  ASSERT_EQ(records.size(), rows + 1U);
  EXPECT_EQ(records[0].fault, CsvFault::open_quote);
  EXPECT_THAT(records[rows].cells, ElementsAre("row " + std::to_string(rows - 1), "a"));
}

TEST(Csv, reads_a_file_of_open_quotes_in_the_time_of_its_length) {
  std::string text;
  constexpr int rows = 200'000;
  for (int i = 0; i < rows; ++i) text += i % 2 == 0 ? "a,\"b\n" : "c,d\n";
  EXPECT_EQ(read(text, 65'536).size(), static_cast<std::size_t>(rows));
}

TEST(Csv, reads_what_people_write_beside_quotes) {
  auto records = read("a, \"b\", \"c,d\" ,e\r\n");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_THAT(records[0].cells, ElementsAre("a", "b", "c,d", "e"));
}

TEST(Csv, asks_whether_a_record_over_several_lines_can_be_one) {
  CsvReader reader(',', [](const CsvRecord& record) { return record.cells.size() != 2; });
  reader.feed("a,\"b\nc\"\nd,\"e\nf,g\nh\",i,j\nk,l\n");
  reader.finish();
  using Told = std::pair<std::int64_t, CsvFault>;
  std::vector<Told> told;
  while (auto record = reader.next()) told.emplace_back(record->line, record->fault);
  EXPECT_THAT(told,
              ElementsAre(Told{1, CsvFault::none}, Told{3, CsvFault::open_quote}, Told{4, CsvFault::none},
                          Told{5, CsvFault::stray_quote}, Told{6, CsvFault::none}));
}

TEST(Csv, does_not_keep_a_record_longer_than_the_limit) {
  auto records = read("\"" + std::string(max_csv_record + 1, 'x') + "\nnext,row\n", 4'096);
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].fault, CsvFault::too_long);
  EXPECT_THAT(records[1].cells, ElementsAre("next", "row"));
}

TEST(Csv, disarms_what_a_spreadsheet_would_run) {
  EXPECT_EQ(cell("=1+1"), "\"'=1+1\"");
  EXPECT_EQ(cell("@SUM(A1)"), "\"'@SUM(A1)\"");
  EXPECT_EQ(cell("-x"), "\"'-x\"");
  EXPECT_EQ(cell("\t=x"), "\"'\t=x\"");
  EXPECT_EQ(cell("\uFF1D1+1"), "\"'\uFF1D1+1\"") << "full width";
  EXPECT_EQ(cell("plain"), "plain");
}

TEST(Csv, gives_back_exactly_what_was_written) {
  std::mt19937 random(7);  // the same texts in each run
  const std::string_view characters = "a'=+-@\t\r\n\",;|\\ é";
  for (int i = 0; i < 20'000; ++i) {
    const char separator = ",;\t|"[random() % 4];
    Cells cells(1 + random() % 3);
    for (auto& one : cells)
      for (auto n = random() % 6; n > 0; --n) one += characters[random() % characters.size()];
    if (cells.size() == 1 && cells[0].empty()) continue;  // a blank line is no record
    std::string line;
    for (const auto& one : cells) {
      if (&one != &cells.front()) line += separator;
      append_csv_cell(line, one, separator);
    }
    auto records = read(line + "\r\n", 1 + random() % 5, separator);
    ASSERT_EQ(records.size(), 1U) << line;
    for (auto& one : records[0].cells) one = without_csv_guard(std::move(one));
    ASSERT_EQ(records[0].cells, cells) << line;
  }
}

// However a file is broken, a line is in one record, and what is no fault's neighbour is read.
TEST(Csv, tells_every_line_of_a_file_with_faults_in_it) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const int rows = 1 + static_cast<int>(random() % 60);
    std::vector<std::int64_t> faulty;
    for (int row = 1; row <= rows; ++row) {
      const auto number = std::to_string(row);
      const auto kind = random() % 8;
      if (kind == 0) faulty.push_back(row);
      text += kind == 0   ? "x,\"open " + number + ",y\n"
              : kind == 1 ? "\"a \"\"" + number + "\"\"\",\"b,c\",d\n"
                          : number + ",b,c\n";
    }
    CsvReader reader(',', [](const CsvRecord& record) { return record.cells.size() != 3; });
    for (std::size_t at = 0; at < text.size(); at += 7) reader.feed(std::string_view(text).substr(at, 7));
    reader.finish();
    std::vector<std::int64_t> lost;
    std::int64_t line = 0;
    while (auto record = reader.next()) {
      ASSERT_EQ(record->line, ++line) << text;
      if (record->fault != CsvFault::none) lost.push_back(record->line);
    }
    ASSERT_EQ(line, rows) << text;
    ASSERT_EQ(lost, faulty) << text;
  }
}

}  // namespace mrbill::catalog
