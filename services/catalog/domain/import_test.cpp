#include "domain/import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

const Timestamp now{std::chrono::seconds(1'800'000'000)};

}  // namespace

TEST(ImportRowRules, keeps_times_in_milliseconds) {
  const auto row = check(ImportDraft{.line = 3,
                                     .poc = {.name = "x", .repository_url = "https://a.b/c"},
                                     .created_at = Timestamp(std::chrono::microseconds(1'234'567)),
                                     .updated_at = now},
                         now);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->line, 3);
  EXPECT_EQ(row->created_at, Timestamp(std::chrono::milliseconds(1'234)));
  EXPECT_EQ(row->key, "https://a.b/c");
}

TEST(ImportRowRules, refuses_times_that_cannot_be_true) {
  const auto broken = check(ImportDraft{.poc = {.name = ""},
                                        .created_at = now + std::chrono::days(2),
                                        .updated_at = now - std::chrono::days(1)},
                            now);
  ASSERT_FALSE(broken);
  EXPECT_THAT(broken.error(), ::testing::ElementsAre(::testing::Field(&FieldError::pointer, "/name"),
                                                     ::testing::Field(&FieldError::pointer, "/createdAt"),
                                                     ::testing::Field(&FieldError::pointer, "/updatedAt")));
}

TEST(ImportRowRules, recognises_a_row_without_repository_by_everything_it_says) {
  const PocContent one{.name = "x", .tags = {"a", "b"}};
  EXPECT_EQ(import_key(one), import_key(PocContent{one}));
  EXPECT_NE(import_key(one), import_key(PocContent{.name = "x", .tags = {"ab"}}));
  EXPECT_NE(import_key(one), import_key(PocContent{.name = "x", .tags = {"a"}, .frameworks = {"b"}}));
  EXPECT_NE(import_key(one), import_key(PocContent{.name = "x", .tags = {"a", "b"}, .is_public = true}));
}

}  // namespace mrbill::catalog
