#include <gtest/gtest.h>

#include <objects/conditions.hpp>
#include <objects/content_disposition.hpp>
#include <objects/http_date.hpp>

namespace mrbill::objects {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp modified{784111777s + 500ms};  // Sun, 06 Nov 1994 08:49:37.5 GMT
constexpr std::string_view date = "Sun, 06 Nov 1994 08:49:37 GMT";
constexpr std::string_view earlier = "Sun, 06 Nov 1994 08:49:36 GMT";

AnswerPlan plan(std::initializer_list<std::pair<std::string, std::string>> fields,
                std::uint64_t size = 1'000) {
  http::Headers headers;
  for (auto& [name, value] : fields) headers.set(name, value);
  return plan_for(http::Method::get, headers, {"k", size, "text/plain", "\"e\"", modified});
}

TEST(HttpDate, writes_and_reads_the_form_of_the_rfc) {
  EXPECT_EQ(to_http_date(modified), date);
  EXPECT_EQ(parse_http_date(date), std::chrono::floor<std::chrono::seconds>(modified));
  for (auto bad : {"", "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 UTC",
                   "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT",
                   "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, -6 Nov 1994 08:49:37 GMT"})
    EXPECT_FALSE(parse_http_date(bad)) << bad;
}

TEST(Conditions, without_any_the_whole_is_sent) {
  EXPECT_EQ(plan({}).status, 200u);
}

TEST(Conditions, if_none_match_compares_weakly) {
  for (auto tags : {"\"e\"", "W/\"e\"", "\"a\", \"e\"", "*"})
    EXPECT_EQ(plan({{"If-None-Match", tags}}).status, 304u) << tags;
  for (auto tags : {"\"f\"", "e", ""}) EXPECT_EQ(plan({{"If-None-Match", tags}}).status, 200u) << tags;
}

TEST(Conditions, if_modified_since_counts_only_without_if_none_match) {
  EXPECT_EQ(plan({{"If-Modified-Since", std::string(date)}}).status, 304u);
  EXPECT_EQ(plan({{"If-Modified-Since", std::string(earlier)}}).status, 200u);
  EXPECT_EQ(plan({{"If-Modified-Since", "yesterday"}}).status, 200u);
  EXPECT_EQ(plan({{"If-None-Match", "\"f\""}, {"If-Modified-Since", std::string(date)}}).status, 200u);
}

TEST(Conditions, if_match_compares_strongly) {
  EXPECT_EQ(plan({{"If-Match", "\"e\""}}).status, 200u);
  EXPECT_EQ(plan({{"If-Match", "W/\"e\""}}).status, 412u);
  EXPECT_EQ(plan({{"If-Match", "\"f\""}}).status, 412u);
  EXPECT_EQ(plan({{"If-Unmodified-Since", std::string(earlier)}}).status, 412u);
  EXPECT_EQ(plan({{"If-Unmodified-Since", std::string(date)}}).status, 200u);
}

TEST(Conditions, a_range_is_not_of_head) {
  http::Headers headers;
  headers.set("Range", "bytes=0-9");
  const auto made = plan_for(http::Method::head, headers, {"k", 1'000, "text/plain", "\"e\"", modified});
  EXPECT_EQ(made.status, 200u) << "RFC 9110 section 14.2";
  EXPECT_FALSE(made.range);
}

TEST(Conditions, one_range_is_partial_content) {
  auto check = [](const std::string& range, std::uint64_t first, std::optional<std::uint64_t> last) {
    auto made = plan({{"Range", range}});
    EXPECT_EQ(made.status, 206u) << range;
    ASSERT_TRUE(made.range);
    EXPECT_EQ(made.range->first, first);
    EXPECT_EQ(made.range->last, last);
  };
  check("bytes=0-0", 0, 0);
  check("bytes=10-19", 10, 19);
  check("Bytes=999-2000", 999, 2'000);
  check("bytes=500-", 500, {});
  check("bytes=-1", 999, {});
  check("bytes=-5000", 0, {});
}

TEST(Conditions, what_no_byte_satisfies_is_416) {
  for (auto range : {"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
    EXPECT_EQ(plan({{"Range", range}}).status, 416u) << range;
  EXPECT_EQ(plan({{"Range", "bytes=0-"}}, 0).status, 416u);
  EXPECT_EQ(plan({{"Range", "bytes=-1"}}, 0).status, 416u);
}

TEST(Conditions, what_is_not_one_range_of_bytes_is_ignored) {
  for (auto range : {"bytes=0-1,5-6", "items=0-1", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "bytes 0-1",
                     "bytes=+1-2", "bytes=99999999999999999999-"})
    EXPECT_EQ(plan({{"Range", range}}).status, 200u) << range;
}

TEST(Conditions, if_range_gives_the_whole_when_the_object_is_another) {
  EXPECT_EQ(plan({{"Range", "bytes=0-1"}, {"If-Range", "\"e\""}}).status, 206u);
  EXPECT_EQ(plan({{"Range", "bytes=0-1"}, {"If-Range", std::string(date)}}).status, 206u);
  for (auto other : {std::string("\"f\""), std::string("W/\"e\""), std::string(earlier)})
    EXPECT_EQ(plan({{"Range", "bytes=0-1"}, {"If-Range", other}}).status, 200u) << other;
}

TEST(ContentDisposition, gives_the_name_in_both_forms) {
  EXPECT_EQ(attachment("year.pdf"), R"(attachment; filename="year.pdf"; filename*=UTF-8''year.pdf)");
  EXPECT_EQ(attachment("Caf\u00e9 2026.pdf"),
            R"(attachment; filename="Caf__ 2026.pdf"; filename*=UTF-8''Caf%C3%A9%202026.pdf)");
}

TEST(ContentDisposition, lets_no_name_be_a_path_or_end_the_header) {
  EXPECT_EQ(attachment("../a\\b\"c\r\nX: y"),
            R"(attachment; filename="_._a_b_c__X: y"; filename*=UTF-8''_._a_b%22c__X%3A%20y)");
  EXPECT_EQ(attachment(""), R"(attachment; filename="download"; filename*=UTF-8''download)");
  EXPECT_EQ(attachment("\xff"), R"(attachment; filename="_"; filename*=UTF-8''_)");
  EXPECT_LT(attachment(std::string(10'000, 'x')).size(), 500u);
}

}  // namespace
}  // namespace mrbill::objects
