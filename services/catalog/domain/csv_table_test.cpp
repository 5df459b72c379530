#include "domain/csv_table.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/import.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;

std::vector<CsvRecord> rows(std::string_view text, char separator = ',', std::size_t piece = 1'000'000) {
  CsvTable table(separator);
  std::vector<CsvRecord> read;
  for (std::size_t at = 0; at < text.size(); at += piece) table.feed(text.substr(at, piece));
  table.finish();
  while (auto record = table.next()) read.push_back(*std::move(record));
  return read;
}

std::vector<std::int64_t> faulty_lines(const std::vector<CsvRecord>& records) {
  std::vector<std::int64_t> lines;
  for (const auto& record : records)
    if (record.fault != CsvFault::none) lines.push_back(record.line);
  return lines;
}

}  // namespace

TEST(CsvTable, knows_its_separator_by_its_heading) {
  EXPECT_EQ(separator_of("name,repositoryUrl,description\na,b;c;d;e;f,g\n"), ',');
  EXPECT_EQ(separator_of("Nome;Repositório\n"), ';');
  EXPECT_EQ(separator_of("name\trepositoryUrl\r\n"), '\t');
  EXPECT_EQ(separator_of("name|repositoryUrl"), '|');
  EXPECT_EQ(separator_of("sep=~\r\nname~repositoryUrl\r\n"), '~');
  EXPECT_EQ(separator_of("\"sep=;\"\nname;repositoryUrl\n"), ';');
  EXPECT_EQ(separator_of("name;stars;repositoryUrl\n"), ';') << "most names are right";
  EXPECT_EQ(separator_of(""), ',');
}

TEST(CsvTable, passes_over_what_a_spreadsheet_adds) {
  for (const std::size_t piece : {1UL, 5UL, 1'000UL}) {
    const auto read =
        rows("SEP=;\r\n\r\nName;repositoryUrl;tags;;\r\n;;;;\r\na;u;t;;\r\nb;v\r\n;;\r\n", ';', piece);
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0].line, 5);
    EXPECT_THAT(read[1].cells, ElementsAre("b", "v"));
  }
}

TEST(CsvTable, says_what_is_wrong_with_its_heading_and_gives_no_rows) {
  CsvTable table(',');
  table.feed("name,stars\na,b\n");
  table.finish();
  EXPECT_FALSE(table.next());
  ASSERT_TRUE(table.heading());
  EXPECT_EQ(table.heading()->error().size(), 2U);
}

TEST(CsvTable, does_not_take_a_heading_with_an_open_quote_for_one) {
  CsvTable table(',');
  table.feed("name,\"repositoryUrl\na,b\nc,d\n");
  table.finish();
  EXPECT_FALSE(table.is_readable());
}

TEST(CsvTable, finds_the_rows_between_two_quotes_that_each_lack_their_other_half) {
  const std::string text =
      "name,description,repositoryUrl,language,tags\n"
      "good,,https://example.org/0,Go,a\n"
      "bad,\"never closed,https://example.org/1,Go,a\n"
      "good,,https://example.org/2,Go,a\n"
      "good,,https://example.org/3,Go,a\n"
      "bad,never opened\",https://example.org/4,Go,a\n"
      "good,,https://example.org/5,Go,a\n";
  const auto read = rows(text);
  EXPECT_EQ(read.size(), 6U);
  EXPECT_THAT(faulty_lines(read), ElementsAre(3, 6));
}

TEST(CsvTable, finds_the_two_rows_that_stray_quotes_made_one) {
  const auto read = rows(
      "name,description,repositoryUrl,tags\n"
      "bad,\"never closed,https://example.org/1,a\n"
      "bad,never opened\",https://example.org/2,a\n");
  EXPECT_THAT(faulty_lines(read), ElementsAre(2, 3));
}

TEST(CsvTable, reads_texts_of_several_lines_with_commas_and_quotes_as_they_are) {
  const auto read = rows(
      "name,description,repositoryUrl,tags\n"
      "a,\"two, three\nfour, https://example.org/x, "
      "five\n\"\"quoted\"\"\n\",https://example.org/1,\"t,\nu\"\n");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].fault, CsvFault::none);
}

// Files as any program might write them: each separator, everything quoted or only what must be, line ends of
// either kind.
TEST(CsvTable, gives_every_row_of_a_generated_file_once) {
  std::mt19937 random(23);
  const std::vector<std::string> texts{"",           "plain",      "ação", "a;b", "a,b", "tab\there",
                                       "two\nlines", "say \"hi\"", "=1+1", "' ",  "x|y", " spaced "};
  for (int round = 0; round < 400; ++round) {
    const char separator = ",;\t|"[random() % 4];
    const bool quotes_all = random() % 2 == 0;
    const std::string end = random() % 2 == 0 ? "\r\n" : "\n";
    const auto line_of = [&](const std::vector<std::string>& cells) {
      std::string line;
      for (const auto& cell : cells) {
        if (&cell != &cells.front()) line += separator;
        std::string doubled;
        for (const char character : cell)
          doubled += character == '"' ? std::string("\"\"") : std::string(1, character);
        const bool must = cell.find_first_of(std::string("\"\r\n") + separator) != std::string::npos;
        line += quotes_all || must ? '"' + doubled + '"' : cell;
      }
      return line + end;
    };
    std::string text = line_of({"name", "description", "repositoryUrl", "tags"});
    std::vector<std::vector<std::string>> written;
    for (auto n = random() % 30; n > 0; --n) {
      const auto any = [&] { return texts[random() % texts.size()]; };
      written.push_back({"n" + any(), any(), "https://example.org/" + std::to_string(n), any()});
      text += line_of(written.back());
    }
    ASSERT_EQ(separator_of(text), separator);
    const auto read = rows(text, separator, 1 + random() % 50);
    ASSERT_EQ(read.size(), written.size()) << text;
    for (std::size_t i = 0; i < read.size(); ++i) ASSERT_EQ(read[i].cells, written[i]) << text;
  }
}

// However many rows have lost a quote, every row is told, and all others are read.
TEST(CsvTable, loses_no_row_beside_those_whose_quotes_are_wrong) {
  std::mt19937 random(29);
  for (int round = 0; round < 300; ++round) {
    std::string text = "name,description,repositoryUrl,language,tags\n";
    std::vector<std::int64_t> broken;
    const auto count = 1 + static_cast<std::int64_t>(random() % 40);
    for (std::int64_t row = 1; row <= count; ++row) {
      const auto address = "https://example.org/" + std::to_string(row);
      switch (random() % 6) {
        case 0:
          text += "bad,\"never closed," + address + ",Go,a\n";
          broken.push_back(row + 1);
          break;
        case 1:
          text += "bad,never opened\"," + address + ",Go,a\n";
          broken.push_back(row + 1);
          break;
        case 2:
          text += "good,\"quoted, \"\"twice\"\"\"," + address + ",Go,\"a,b\"\n";
          break;
        default:
          text += "good,," + address + ",Go,a\n";
      }
    }
    const auto read = rows(text, ',', 1 + random() % 100);
    ASSERT_EQ(read.size(), static_cast<std::size_t>(count)) << text;
    ASSERT_EQ(faulty_lines(read), broken) << text;
  }
}

}  // namespace mrbill::catalog
