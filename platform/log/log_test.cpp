#include <array>
#include <chrono>
#include <cstdio>
#include <poll.h>
#include <string>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <log/log.hpp>

namespace mrbill::log {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
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

// Standard output led into a pipe, as under a supervisor.
class Outlet {
 public:
  Outlet() : before_(::dup(STDOUT_FILENO)) {
    std::fflush(stdout);
    EXPECT_EQ(::pipe(ends_.data()), 0);
    ::dup2(ends_[1], STDOUT_FILENO);
  }
  ~Outlet() {
    std::fflush(stdout);
    ::dup2(before_, STDOUT_FILENO);
    for (const int end : {ends_[0], ends_[1], before_}) ::close(end);
  }
  Outlet(const Outlet&) = delete;
  Outlet& operator=(const Outlet&) = delete;

  // What has left by then; empty when nothing did.
  [[nodiscard]] std::string within(std::chrono::milliseconds span) {
    pollfd wait{.fd = ends_[0], .events = POLLIN, .revents = 0};
    if (::poll(&wait, 1, static_cast<int>(span.count())) != 1) return {};
    std::array<char, 4096> text{};
    const auto size = ::read(ends_[0], text.data(), text.size());
    return {text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
  }

 private:
  std::array<int, 2> ends_{};
  int before_;
};

TEST(Log, leaves_soon_after_it_was_written_and_at_once_when_it_warns) {
  Outlet out;
  start("tester", Severity::info);
  info("first");
  EXPECT_THAT(out.within(5s), HasSubstr("first"));
  info("second");
  warn("third");
  EXPECT_THAT(out.within(0ms), AllOf(HasSubstr("second"), HasSubstr("third")));
}

}  // namespace
}  // namespace mrbill::log
