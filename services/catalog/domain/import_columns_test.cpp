#include "domain/import_columns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/import.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;
using enum ImportColumn;

std::vector<std::string> refusals(const std::vector<std::string>& cells) {
  std::vector<std::string> told;
  const auto read = read_heading(cells);
  for (const auto& error : read.error()) told.push_back(error.pointer + " " + error.code);
  return told;
}

}  // namespace

TEST(ImportHeading, names_known_fields_once_with_name_and_repository) {
  EXPECT_TRUE(read_heading({"name", "repositoryUrl"}));
  std::vector<std::string> exported;
  for (const auto& column : exported_columns()) exported.emplace_back(column.field);
  EXPECT_TRUE(read_heading(exported));
  EXPECT_THAT(refusals({"name"}), ElementsAre("/repositoryUrl required"));
  EXPECT_THAT(refusals({"name", "repositoryUrl", "Name "}), ElementsAre("column:3 duplicate"));
  EXPECT_THAT(refusals({"name", "stars", "repositoryUrl"}), ElementsAre("column:2 unknown_column"));
}

TEST(ImportHeading, is_read_however_people_and_spreadsheets_write_it) {
  const auto read = read_heading({"Name", " REPOSITORYURL ", "isPublic", "", ""});
  ASSERT_TRUE(read);
  EXPECT_THAT(read->columns, ElementsAre(name, repository_url, is_public, unnamed, unnamed));
  EXPECT_FALSE(read->is_ours);
}

TEST(ImportHeading, of_our_reports_is_known_in_both_languages_with_the_zone_of_their_times) {
  for (const auto& cells :
       {std::vector<std::string>{"Nome", "Descrição", "Repositório", "Linguagem", "Tags", "Frameworks",
                                 "Pública", "Favorita", "Criada em (America/Sao_Paulo)",
                                 "Atualizada em (America/Sao_Paulo)", "Id"},
        std::vector<std::string>{"Name", "Description", "Repository", "Language", "Tags", "Frameworks",
                                 "Public", "Favorite", "Created (America/Sao_Paulo)",
                                 "Updated (America/Sao_Paulo)", "Id"}}) {
    const auto read = read_heading(cells);
    ASSERT_TRUE(read) << cells[0];
    EXPECT_EQ(read->time_zone, "America/Sao_Paulo");
    EXPECT_TRUE(read->is_ours);
    EXPECT_EQ(read->position(created_at), 8U);
  }
}

TEST(ImportHeading, fits_rows_without_empty_cells_at_their_end_and_with_some_more) {
  const auto read = read_heading({"name", "repositoryUrl", "tags", ""}).value();
  EXPECT_TRUE(read.fits({"a", "u", "t", ""}));
  EXPECT_TRUE(read.fits({"a", "u"}));
  EXPECT_TRUE(read.fits({"a", "u", "t", "", "", " "}));
  EXPECT_FALSE(read.fits({"a"})) << "half of a row whose cell has a line end";
  EXPECT_FALSE(read.fits({"a", "u", "t", "x"})) << "of a column without a name";
  EXPECT_FALSE(read.fits({"a", "u", "t", "", "x"}));
}

}  // namespace mrbill::catalog
