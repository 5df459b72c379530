#include "render/report/csv/csv_writer.hpp"

#include <gtest/gtest.h>

namespace mrbill::content::report {
namespace {

std::string cell(std::string_view text, char delimiter = ';') {
  std::string out;
  CsvLine(out, delimiter).cell(text);
  return out;
}

TEST(CsvLine, guards_full_width_signs_too) {
  for (const auto* text : {"\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM(A1)", "'\uFF1D1"})
    EXPECT_EQ(cell(text), "\"'" + std::string(text) + "\"");
  EXPECT_EQ(cell("\uFF11\uFF1D1"), "\uFF11\uFF1D1");  // it does not begin with one
}

TEST(CsvLine, quotes_only_what_must_be) {
  EXPECT_EQ(cell("plain text"), "plain text");
  EXPECT_EQ(cell("a;b"), "\"a;b\"");
  EXPECT_EQ(cell("a,b"), "\"a,b\"");
  EXPECT_EQ(cell("a \"b\""), "\"a \"\"b\"\"\"");
  EXPECT_EQ(cell("\""), "\"\"\"\"");
  EXPECT_EQ(cell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(cell(""), "");
}

TEST(CsvLine, guards_what_a_spreadsheet_would_run) {
  for (const std::string_view text : {"=1+1", "+1", "-1", "@A1", "\tx", "\rx", "'=1"}) {
    EXPECT_TRUE(cell(text).starts_with("\"'")) << text;
  }
  EXPECT_EQ(cell("'quoted"), "\"'quoted\"");
}

TEST(CsvLine, delimits_cells_and_ends_lines_as_rfc_4180_says) {
  std::string out;
  CsvLine line(out, ',');
  line.cell("a");
  line.plain_cell("");
  line.cell("c");
  line.end();
  line.cell("d");
  line.end();
  EXPECT_EQ(out, "a,,c\r\nd\r\n");
}

}  // namespace
}  // namespace mrbill::content::report
