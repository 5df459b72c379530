#include <gtest/gtest.h>

#include <http/problem.hpp>

namespace mrbill::http {
namespace {

TEST(Problem, has_the_members_of_rfc_9457_and_all_field_errors) {
  auto response = problem_of(ErrorCode::invalid_request, "Say \"please\".",
                             {{"/tags/2", "too_long", "a", 50}, {"query:page", "pattern", "b"}});
  add_request_id(response, "id-1");
  EXPECT_EQ(
      response.body,
      R"({"type":"https://mrbill.dev/problems/invalid_request","title":"Bad Request","status":400,)"
      R"("code":"invalid_request","detail":"Say \"please\".","errors":[{"pointer":"/tags/2","code":"too_long","detail":"a","limit":50},)"
      R"({"pointer":"query:page","code":"pattern","detail":"b"}],"requestId":"id-1"})");
  EXPECT_EQ(response.headers.get_or("content-type", ""), "application/problem+json");
}

TEST(Problem, carries_members_of_its_own) {
  auto response = problem_of(ErrorCode::tenant_required, "Which one?");
  add_members(response, R"("tenants":[])");
  EXPECT_TRUE(response.body.ends_with(R"("detail":"Which one?","tenants":[]})"));
}

TEST(Problem, leaves_other_answers_as_they_are) {
  auto response = json_response(200, "{}");
  add_request_id(response, "id-1");
  EXPECT_EQ(response.body, "{}");
}

TEST(Headers, compare_names_without_case_and_keep_their_order) {
  Headers headers;
  headers.add("Set-Cookie", "a");
  headers.add("set-cookie", "b");
  EXPECT_EQ(headers.count("SET-COOKIE"), 2u);
  headers.set("Set-cookie", "c");
  EXPECT_EQ(headers.size(), 1u);
  EXPECT_EQ(headers.find("set-cookie"), "c");
  EXPECT_EQ(headers.get_or("x", "y"), "y");
}

}  // namespace
}  // namespace mrbill::http
