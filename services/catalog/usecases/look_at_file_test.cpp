#include "usecases/look_at_file.hpp"

#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

constexpr auto csv = ImportFormat::csv;
constexpr auto jsonl = ImportFormat::jsonl;
const std::string heading = "name,repositoryUrl\n";

std::optional<FileError::Code> refusal(ImportFormat said, std::string file) {
  const auto seen = look_at_file(said, std::move(file));
  if (seen) return std::nullopt;
  return seen.error().code;
}

std::string many(std::int64_t count, const std::string& line) {
  std::string text;
  for (std::int64_t i = 0; i < count; ++i) text += line;
  return text;
}

}  // namespace

TEST(LookAtFile, knows_a_file_by_its_content) {
  EXPECT_EQ(look_at_file(csv, "\xEF\xBB\xBF {\"name\":\"a\"}")->format, jsonl);
  EXPECT_EQ(look_at_file(jsonl, "no json")->format, jsonl);
  const auto seen = look_at_file(csv, "nome;reposit\xF3rio\r\na\xE7\xE3o;\r\n");
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->format, csv);
  EXPECT_EQ(seen->separator, ';');
  EXPECT_EQ(seen->text, "nome;repositório\r\nação;\r\n");
}

TEST(LookAtFile, ends_lines_that_end_with_a_return_alone) {
  EXPECT_EQ(look_at_file(csv, "name,repositoryUrl\ra,\rb,")->text, "name,repositoryUrl\na,\nb,");
}

TEST(LookAtFile, refuses_what_is_no_file_of_pocs) {
  EXPECT_EQ(refusal(csv, ""), FileError::empty_file);
  EXPECT_EQ(refusal(jsonl, "\xEF\xBB\xBF"), FileError::empty_file);
  EXPECT_EQ(refusal(csv, "PK\x03\x04 and so on"), FileError::unsupported_media_type);
  EXPECT_EQ(refusal(csv, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), FileError::unsupported_media_type);
  EXPECT_EQ(refusal(csv, "name,stars\na,b\n"), FileError::invalid_csv_header);
  EXPECT_EQ(refusal(csv, "\n\n"), FileError::invalid_csv_header);
}

TEST(LookAtFile, names_the_columns_that_are_wrong_and_the_separator) {
  const auto seen = look_at_file(csv, "name;stars;repositoryUrl\n");
  ASSERT_FALSE(seen);
  const auto& errors = seen.error().errors;
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].pointer, "column:2");
  EXPECT_NE(errors[1].detail.find("\";\""), std::string::npos);
}

TEST(LookAtFile, refuses_a_row_too_many_before_the_first_is_taken_in) {
  EXPECT_TRUE(look_at_file(csv, heading + many(max_import_rows, "a,\n") + "\n,\n"));
  EXPECT_EQ(refusal(csv, heading + many(max_import_rows + 1, "a,\n")), FileError::too_many_rows);
  EXPECT_EQ(refusal(csv, heading + "\"open,\n" + many(max_import_rows, "a,\n")), FileError::too_many_rows)
      << "each line behind an open quote is a row";
  EXPECT_TRUE(look_at_file(jsonl, many(max_import_rows, "{}\n \n")));
  EXPECT_EQ(refusal(jsonl, many(max_import_rows + 1, "{}\n")), FileError::too_many_rows);
}

}  // namespace mrbill::catalog
