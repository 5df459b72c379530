#include <gtest/gtest.h>

#include <http/etag.hpp>

namespace mrbill::http {
namespace {

bool strongly(std::string_view field, std::string_view current) {
  const auto condition = parse_etag_condition(field);
  return condition && matches_strongly(*condition, current);
}
bool weakly(std::string_view field, std::string_view current) {
  const auto condition = parse_etag_condition(field);
  return condition && matches_weakly(*condition, current);
}

TEST(ETag, compares_as_the_table_of_rfc_9110_says) {
  EXPECT_FALSE(strongly("W/\"1\"", "W/\"1\""));
  EXPECT_TRUE(weakly("W/\"1\"", "W/\"1\""));
  EXPECT_FALSE(weakly("W/\"1\"", "W/\"2\""));
  EXPECT_FALSE(strongly("W/\"1\"", "\"1\""));
  EXPECT_TRUE(weakly("W/\"1\"", "\"1\""));
  EXPECT_TRUE(strongly("\"1\"", "\"1\""));
}

TEST(ETag, reads_lists_and_the_star) {
  EXPECT_TRUE(strongly("*", "\"1\""));
  EXPECT_TRUE(strongly("\"a,b\" ,\t\"1\"", "\"1\""));
  EXPECT_TRUE(strongly("\"\"", "\"\""));
}

TEST(ETag, refuses_what_is_no_condition) {
  for (auto bad : {"", "1", "\"1", "1\"", "\"1\" \"2\"", "\"1\",", ",\"1\"", "w/\"1\"", "W/1", "\"a b\"",
                   "*, \"1\"", "\"1\"x"}) {
    EXPECT_FALSE(parse_etag_condition(bad).has_value()) << bad;
  }
}

TEST(RequireIfMatch, tells_missing_malformed_and_stale_apart) {
  const auto current = etag_of(17);
  EXPECT_EQ(require_if_match(std::nullopt, current)->status, 428u);
  EXPECT_EQ(require_if_match(std::optional<std::string>("17"), current)->status, 400u);
  EXPECT_EQ(require_if_match(std::optional<std::string>("\"16\""), current)->status, 412u);
  EXPECT_FALSE(require_if_match(std::optional<std::string>("\"17\""), current).has_value());
  Request request;
  EXPECT_EQ(require_if_match(request, current)->status, 428u);
  request.headers.add("if-match", "\"17\"");
  EXPECT_FALSE(require_if_match(request, current).has_value());
}

TEST(VersionOf, reads_back_only_what_etag_of_wrote) {
  EXPECT_EQ(version_of(etag_of(17)), 17);
  for (auto other : {"17", "\"017\"", "\"+17\"", "\"17 \"", "W/\"17\"", "\"\"", "\"99999999999999999999\"",
                     "*", "\"1\", \"2\""}) {
    EXPECT_EQ(version_of(other), std::nullopt) << other;
  }
}

TEST(IfNoneMatch, answers_304_for_the_version_the_client_has) {
  Headers headers;
  EXPECT_FALSE(is_unchanged(headers, "\"1\""));
  headers.add("If-None-Match", "\"0\", W/\"1\"");
  EXPECT_TRUE(is_unchanged(headers, "\"1\""));
  EXPECT_FALSE(is_unchanged(headers, "\"2\""));
  EXPECT_EQ(not_modified("\"1\"").headers.get_or("ETag", ""), "\"1\"");
}

}  // namespace
}  // namespace mrbill::http
