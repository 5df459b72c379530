#include <gtest/gtest.h>

#include <http/etag.hpp>

namespace mrbill::http {
namespace {

bool weakly(std::string_view field, std::string_view current) {
  const auto condition = parse_etag_condition(field);
  return condition && matches_weakly(*condition, current);
}

// What expected_version_of reads: -1 stands for any.
std::vector<std::int64_t> expected(std::string_view field) {
  const auto read = expected_version_of(std::string(field));
  EXPECT_TRUE(read) << field;
  return !read ? std::vector<std::int64_t>{} : read->any ? std::vector<std::int64_t>{-1} : read->versions;
}
using Versions = std::vector<std::int64_t>;

TEST(ETag, compares_weakly_as_the_table_of_rfc_9110_says) {
  EXPECT_TRUE(weakly("W/\"1\"", "W/\"1\""));
  EXPECT_FALSE(weakly("W/\"1\"", "W/\"2\""));
  EXPECT_TRUE(weakly("W/\"1\"", "\"1\""));
  EXPECT_TRUE(weakly("\"1\"", "\"1\""));
  EXPECT_TRUE(weakly("\"1-gzip\"", "\"1\"")) << "as a proxy gave it to the client";
}

TEST(ETag, reads_lists_and_the_star) {
  EXPECT_TRUE(weakly("*", "\"1\""));
  EXPECT_TRUE(weakly("\"a,b\" ,\t\"1\"", "\"1\""));
  EXPECT_TRUE(weakly("\"\"", "\"\""));
}

TEST(ETag, refuses_what_is_no_condition) {
  for (auto bad : {"", "1", "\"1", "1\"", "\"1\" \"2\"", "\"1\",", ",\"1\"", "w/\"1\"", "W/1", "\"a b\"",
                   "*, \"1\"", "\"1\"x"}) {
    EXPECT_FALSE(parse_etag_condition(bad).has_value()) << bad;
  }
}

TEST(ExpectedVersion, is_refused_where_it_is_malformed) {
  EXPECT_EQ(expected_version_of(std::string("17")).error().response().status, 400u);
  EXPECT_EQ(expected_version_of(std::string("\"17")).error().response().status, 400u);
}

TEST(ExpectedVersion, is_the_version_that_the_tag_names_however_it_travelled) {
  EXPECT_EQ(expected("\"17\""), Versions{17});
  EXPECT_EQ(expected("W/\"17\""), Versions{17}) << "nginx, CloudFront, Cloudflare";
  EXPECT_EQ(expected("\"17-gzip\""), Versions{17}) << "Apache";
  EXPECT_EQ(expected("\"17--gzip\""), Versions{17}) << "Jetty";
  EXPECT_EQ(expected("W/\"17-br\""), Versions{17});
  EXPECT_EQ(expected("\"17;zstd\""), Versions{17});
  EXPECT_EQ(expected("\"3\", W/\"17\" , \"x\""), (Versions{3, 17}));
}

TEST(ExpectedVersion, takes_nothing_that_looks_only_nearly_like_a_version) {
  for (auto other : {"\"017\"", "\"+17\"", "\"17 \"", "\"\"", "\"99999999999999999999\"", "\"17.\"",
                     "\"17-gz\"", "\"17gzip\"", "\"-gzip\"", "\"17-gzip-gzip\"", "\"abc\""}) {
    if (const auto read = expected_version_of(std::string(other))) {
      EXPECT_FALSE(read->any) << other;
      EXPECT_EQ(read->versions, Versions{}) << other;
    }
  }
}

TEST(ExpectedVersion, any_is_the_star_alone_and_never_a_number) {
  EXPECT_EQ(expected("*"), Versions{-1});
  for (auto number : {"\"0\"", "\"-1\"", "W/\"0\""}) {
    const auto read = expected_version_of(std::string(number));
    EXPECT_FALSE(read->any) << number;
    EXPECT_FALSE(read->admits(7)) << number;
  }
}

TEST(ExpectedVersion, does_not_depend_on_the_mark_of_who_was_shown_the_tag) {
  EXPECT_EQ(etag_of(17, "ab"), "\"17.ab\"");
  EXPECT_EQ(expected(etag_of(17, "ab")), Versions{17});
  EXPECT_EQ(expected("\"17\""), Versions{17}) << "made of the version in a body";
  EXPECT_EQ(expected("W/\"17.ab-gzip\""), Versions{17});
}

TEST(IfNoneMatch, answers_304_for_the_version_the_client_has) {
  Headers headers;
  EXPECT_FALSE(instead_of(headers, "\"1\""));
  headers.add("If-None-Match", "\"0\", W/\"1\"");
  const auto known = instead_of(headers, "\"1\"");
  ASSERT_TRUE(known);
  EXPECT_EQ(known->status, 304u);
  EXPECT_EQ(known->headers.get_or("ETag", ""), "\"1\"");
  EXPECT_FALSE(instead_of(headers, "\"2\""));
}

TEST(IfNoneMatch, is_refused_when_malformed_like_if_match) {
  for (auto bad : {"1", "\"1", "\"1\" \"2\"", "*, \"1\""}) {
    Headers headers;
    headers.add("If-None-Match", bad);
    const auto refusal = instead_of(headers, "\"1\"");
    ASSERT_TRUE(refusal) << bad;
    EXPECT_EQ(refusal->status, 400u) << bad;
    EXPECT_NE(refusal->body.find("header:If-None-Match"), std::string::npos);
  }
}

class Tagged : public ::testing::Test {
 protected:
  Tagged() { request_.principal = Principal{}; }
  std::string tag(std::int64_t version, const std::string& body) {
    return std::string(tagged(request_, version, body).headers.get_or("ETag", ""));
  }
  Request request_;
};

TEST_F(Tagged, names_the_version_and_changes_with_all_that_is_shown_and_with_who_is_shown_it) {
  const auto first = tag(7, "{}");
  EXPECT_EQ(expected(first), Versions{7});
  EXPECT_EQ(tag(7, "{}"), first);
  EXPECT_NE(tag(8, "{}"), first);
  EXPECT_NE(tag(7, "{\"a\":1}"), first) << "something changed that has no version";
  request_.principal->user.uuid.bytes[0] = 1;
  EXPECT_NE(tag(7, "{}"), first);
}

TEST_F(Tagged, is_304_to_who_reads_what_they_have_and_200_to_who_changed_it) {
  request_.headers.add("If-None-Match", tag(7, "{}"));
  EXPECT_EQ(tagged(request_, 7, "{}").status, 304u);
  EXPECT_EQ(tagged(request_, 8, "{}").status, 200u);
  request_.method = Method::patch;
  EXPECT_EQ(tagged(request_, 7, "{}").status, 200u);
}

}  // namespace
}  // namespace mrbill::http
