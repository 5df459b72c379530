#include "adapters/files/import_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <objects/memory_store.hpp>
#include <testing/run.hpp>

#include "adapters/files/csv_rows.hpp"
#include "adapters/files/jsonl_rows.hpp"
#include "ports/row_source_contract.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;

// The file in pieces of this many bytes.
objects::Chunks chunks_of(std::string file, std::size_t piece) {
  struct Rest {
    std::string file;
    std::size_t at = 0;
    Task<std::string> next(std::size_t size) {
      auto part = file.substr(at, size);
      at += part.size();
      co_return part;
    }
  };
  auto rest = std::make_shared<Rest>(Rest{std::move(file)});  // owned by the chunks alone
  return [rest, piece] { return rest->next(piece); };
}

std::vector<RowSource::Row> all(RowSource& source) {
  std::vector<RowSource::Row> rows;
  while (auto row = testing::run(source.next())) rows.push_back(*std::move(row));
  return rows;
}

std::string refusal(const RowSource::Row& row) {
  const auto& unreadable = std::get<RowSource::Unreadable>(row);
  std::string text = std::to_string(unreadable.line);
  for (const auto& error : unreadable.errors) text += " " + error.pointer + ":" + error.code;
  return text;
}

std::vector<RowSource::Row> csv_rows(const std::string& file, CsvReading reading) {
  CsvRows source(chunks_of(file, 7), file.size(), std::move(reading));
  return all(source);
}

const ImportDraft& draft(const RowSource::Row& row) {
  return std::get<ImportDraft>(row);
}

// A file of so many rows, handed over in small pieces.
struct JsonlWorld {
  std::unique_ptr<RowSource> rows(int count) {
    std::string file;
    for (int i = 1; i <= count; ++i)
      file += fmt::format("{{\"name\":\"row {}\",\"repositoryUrl\":\"https://x.y/{}\"}}\n", i, i);
    return std::make_unique<JsonlRows>(chunks_of(file, 7), file.size());
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};
struct CsvWorld : JsonlWorld {
  std::unique_ptr<RowSource> rows(int count) {
    std::string file = "name,repositoryUrl\n";
    for (int i = 1; i <= count; ++i) file += fmt::format("row {},https://x.y/{}\n", i, i);
    return std::make_unique<CsvRows>(chunks_of(file, 7), file.size(), CsvReading{});
  }
};
INSTANTIATE_TYPED_TEST_SUITE_P(Jsonl, RowSourceContract, JsonlWorld);
INSTANTIATE_TYPED_TEST_SUITE_P(Csv, RowSourceContract, CsvWorld);

}  // namespace

TEST(JsonlFile, reads_a_row_a_line_whatever_the_pieces) {
  const std::string file =
      "\xEF\xBB\xBF{\"name\":\"a\",\"repositoryUrl\":\"https://x.y/"
      "a\",\"tags\":[\"t\"],\"createdAt\":\"2015-05-05T05:05:05Z\"}\n"
      "\r\n"
      "not json\n"
      "{\"name\":\"b\",\"repositoryUrl\":null,\"isPublic\":true}";
  for (const std::size_t piece : {1UL, 7UL, 100'000UL}) {
    JsonlRows source(chunks_of(file, piece), file.size());
    const auto rows = all(source);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(draft(rows[0]).poc.name, "a");
    EXPECT_THAT(draft(rows[0]).poc.tags, ElementsAre("t"));
    EXPECT_EQ(draft(rows[0]).created_at, *from_rfc3339("2015-05-05T05:05:05Z"));
    EXPECT_EQ(std::get<RowSource::Unreadable>(rows[1]).line, 3);
    EXPECT_EQ(draft(rows[2]).line, 4);
    EXPECT_TRUE(draft(rows[2]).poc.is_public);
    EXPECT_EQ(source.bytes_read(), file.size());
  }
}

TEST(JsonlFile, names_every_wrong_field_of_a_row) {
  JsonlRows source(chunks_of("{\"name\":5,\"stars\":1,\"isPublic\":\"yes\"}\n", 10), 1);
  const auto rows = all(source);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_THAT(refusal(rows[0]), ::testing::AllOf(::testing::HasSubstr("/name:type"),
                                                 ::testing::HasSubstr("/stars:unknown_field"),
                                                 ::testing::HasSubstr("/isPublic:type"),
                                                 ::testing::HasSubstr("/repositoryUrl:required")));
}

TEST(JsonlFile, keeps_only_the_fact_of_a_line_that_is_too_long) {
  JsonlRows source(
      chunks_of(std::string(max_jsonl_line + 1, 'x') + "\n{\"name\":\"b\",\"repositoryUrl\":null}\n", 4'096),
      1);
  const auto rows = all(source);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(refusal(rows[0]), "1 :too_long");
  EXPECT_EQ(draft(rows[1]).line, 2);
}

TEST(CsvFile, reads_the_named_cells_as_fields) {
  const std::string file =
      "repositoryUrl,name,tags,frameworks,isPublic,createdAt,description\r\n"
      "https://x.y/a,a,\"t,u\",\"Spring Boot,Qt\",TRUE,2015-05-05T05:05:05Z,\"two\nlines\"\r\n"
      ",b,,,,,\r\n";
  CsvRows source(chunks_of(file, 11), file.size(), {});
  const auto rows = all(source);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_THAT(draft(rows[0]).poc.tags, ElementsAre("t", "u"));
  EXPECT_THAT(draft(rows[0]).poc.frameworks, ElementsAre("Spring Boot", "Qt"));
  EXPECT_EQ(draft(rows[0]).poc.description, "two\nlines");
  EXPECT_TRUE(draft(rows[0]).poc.is_public);
  EXPECT_EQ(draft(rows[1]).line, 4);
  EXPECT_EQ(draft(rows[1]).poc.repository_url, std::nullopt);
  EXPECT_TRUE(draft(rows[1]).poc.tags.empty());
}

TEST(CsvFile, reports_rows_that_are_not_what_the_heading_says) {
  const auto rows =
      csv_rows("name,repositoryUrl,isPublic\na\n\"x\"y,,\nc,,maybe\n\xFF,,\nd,,,e\nf,\"g\nh,\n", {});
  ASSERT_EQ(rows.size(), 7U);
  EXPECT_EQ(refusal(rows[0]), "2 :cells");
  EXPECT_EQ(refusal(rows[1]), "3 /name:stray_quote");
  EXPECT_EQ(refusal(rows[2]), "4 /isPublic:type");
  EXPECT_EQ(refusal(rows[3]), "5 /name:encoding");
  EXPECT_EQ(refusal(rows[4]), "6 :cells");
  EXPECT_EQ(refusal(rows[5]), "7 /repositoryUrl:open_quote");
  EXPECT_EQ(draft(rows[6]).poc.name, "h");
}

TEST(CsvFile, reads_what_a_spreadsheet_in_brazil_writes) {
  const auto rows = csv_rows(
      "sep=;\nNome;Repositório;Tags;Pública;Criada em;;\n"
      "Olá;https://x.y/a;\"a, b, \";VERDADEIRO;31/03/2025 14:05;;\n"
      "Mundo;https://x.y/b;;falso;2025-03-31 14:05:00\n"
      "Sim;https://x.y/c;;Sim;;;\n",
      {.separator = ';', .time_zone = "America/Sao_Paulo"});
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_THAT(draft(rows[0]).poc.tags, ElementsAre("a", " b"));
  EXPECT_TRUE(draft(rows[0]).poc.is_public);
  EXPECT_EQ(draft(rows[0]).created_at, from_rfc3339("2025-03-31T17:05:00Z"));
  EXPECT_EQ(draft(rows[1]).created_at, from_rfc3339("2025-03-31T17:05:00Z"));
  EXPECT_FALSE(draft(rows[1]).poc.is_public);
  EXPECT_EQ(draft(rows[2]).created_at, std::nullopt);
  EXPECT_TRUE(draft(rows[2]).poc.is_public);
}

TEST(CsvFile, reads_the_times_of_a_report_in_the_zone_that_its_heading_names) {
  const auto rows = csv_rows("name,repository,created (Asia/Tokyo)\na,,2025-03-31 14:05:00\n",
                             {.time_zone = "America/Sao_Paulo"});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(draft(rows[0]).created_at, from_rfc3339("2025-03-31T05:05:00Z"));
}

TEST(CsvFile, takes_a_guard_away_from_our_own_files_alone) {
  const auto foreign = csv_rows("name,repositoryUrl,tags\n'-- SQL comment,,\n\"'=x\",,\n", {});
  EXPECT_EQ(draft(foreign[0]).poc.name, "'-- SQL comment");
  EXPECT_EQ(draft(foreign[1]).poc.name, "'=x");
  const auto ours = csv_rows(
      "name,description,repositoryUrl,language,tags,frameworks,createdAt,updatedAt,isPublic\n"
      "\"'=1+1\",,,,,,,,false\n'apostrophe,,,,,,,,false\n",
      {});
  EXPECT_EQ(draft(ours[0]).poc.name, "=1+1");
  EXPECT_EQ(draft(ours[1]).poc.name, "'apostrophe");
}

TEST(CsvFile, says_that_a_time_is_none) {
  const auto rows = csv_rows("name,repositoryUrl,createdAt\na,,yesterday\n", {});
  EXPECT_THAT(refusal(rows[0]), ::testing::HasSubstr("/createdAt:"));
}

}  // namespace mrbill::catalog
