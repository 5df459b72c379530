#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <log/log.hpp>

namespace mrbill::log {
namespace {

using testing::HasSubstr;

TEST(Log, writes_one_json_line_with_its_scope_and_fields) {
  testing::internal::CaptureStdout();
  info("poc registered", {{"count", 3}, {"fast", true}, {"name", "a\"b\n"}},
       {.trace_id = "t", .span_id = "", .tenant_id = "n"});
  const auto line = testing::internal::GetCapturedStdout();
  EXPECT_THAT(line, HasSubstr(R"("severity":"INFO","service":)"));
  EXPECT_THAT(line,
              HasSubstr(R"("message":"poc registered","traceId":"t","tenantId":"n","count":3,"fast":true,)"));
  EXPECT_THAT(line, HasSubstr(R"("name":"a\"b\u000a"})"));
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
}

TEST(Log, leaves_out_what_is_less_severe_than_asked) {
  testing::internal::CaptureStdout();
  debug("hidden");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

}  // namespace
}  // namespace mrbill::log
