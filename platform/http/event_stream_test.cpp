#include <deque>

#include <gtest/gtest.h>

#include <http/event_stream.hpp>
#include <testing/run.hpp>

namespace mrbill::http {
namespace {

using namespace std::chrono_literals;

// Tells what it was given, one text a look; it is over after the last.
struct Script {
  std::deque<std::string> looks;
  bool ends = true;
  int waited = 0;
};
class Scripted final : public LiveSource {
 public:
  explicit Scripted(Script& script) : script_(script) {}
  Task<std::string> look() override {
    if (script_.looks.empty()) co_return "";
    auto text = std::move(script_.looks.front());
    script_.looks.pop_front();
    co_return text;
  }
  Task<bool> changed(std::chrono::milliseconds) override {
    ++script_.waited;
    co_return true;
  }
  [[nodiscard]] bool over() const override { return script_.ends && script_.looks.empty(); }

 private:
  Script& script_;
};

class EventStreamTest : public ::testing::Test {
 protected:
  Response stream(EventStreamTimes times = {}) {
    return event_stream(std::make_unique<Scripted>(script_), [this] { return is_to_end_; }, times);
  }
  Script script_;
  bool is_to_end_ = false;
};

TEST_F(EventStreamTest, tells_what_is_new_and_ends_with_its_source) {
  script_.looks = {"a", "", "b"};
  auto response = stream();
  EXPECT_EQ(response.headers.get_or("Content-Type", ""), "text/event-stream; charset=utf-8");
  EXPECT_EQ(response.headers.get_or("X-Accel-Buffering", ""), "no");
  EXPECT_EQ(response.headers.get_or("Cache-Control", ""), "no-store");
  EXPECT_EQ(testing::run(response.stream()), "a");
  EXPECT_EQ(testing::run(response.stream()), "b") << "a look that finds nothing waits for the next";
  EXPECT_EQ(script_.waited, 1);
  EXPECT_EQ(testing::run(response.stream()), std::nullopt);
}

TEST_F(EventStreamTest, ends_at_once_when_its_caller_is_not_to_be_told_any_more) {
  script_.looks = {"a", "b"};
  auto response = stream();
  EXPECT_EQ(testing::run(response.stream()), "a");
  is_to_end_ = true;
  EXPECT_EQ(testing::run(response.stream()), std::nullopt);
  EXPECT_EQ(script_.looks.size(), 1U) << "it was not even looked for";
}

TEST_F(EventStreamTest, shows_a_sign_of_life_while_nothing_is_new) {
  script_.ends = false;
  auto response = stream({.heartbeat = 0ms});
  EXPECT_EQ(testing::run(response.stream()), ": still here\n\n");
  script_.looks = {"a"};
  EXPECT_EQ(testing::run(response.stream()), "a");
}

TEST(ServerSentEvent, is_written_with_its_id_first) {
  EXPECT_EQ(to_text({.name = "progress", .data = "{}", .id = "7"}), "id: 7\nevent: progress\ndata: {}\n\n");
  EXPECT_EQ(to_text({.name = "ready", .data = "{}"}), "event: ready\ndata: {}\n\n");
}

TEST_F(EventStreamTest, ends_when_its_time_is_over_but_never_before_a_first_look) {
  script_ = {.looks = {"what is known now", "what comes later"}, .ends = false};
  auto response = stream({.bound = 0s});
  EXPECT_EQ(testing::run(response.stream()), "what is known now");
  EXPECT_EQ(testing::run(response.stream()), std::nullopt);
}

TEST(Listening, goes_on_from_the_event_that_was_told_last_or_begins_now) {
  const Timestamp now = std::chrono::sys_days(std::chrono::year(2026) / 2 / 2);
  const auto know = [] { return true; };
  EXPECT_EQ(listening(event_id_of(now - 1h), 0, now, know).since, now - 1h);
  EXPECT_EQ(listening(event_id_of(now - 1h), 0, now, know).bound, 0s);
  EXPECT_EQ(listening("9999999999999999999", std::nullopt, now, know).since, now) << "beyond all times";
  EXPECT_EQ(listening(std::nullopt, std::nullopt, now, know).since, now);
  EXPECT_EQ(listening(std::nullopt, std::nullopt, now, know).bound, std::nullopt);
  EXPECT_TRUE(listening(std::nullopt, std::nullopt, now, know).admitted());
}

TEST(EventIds, are_moments_and_are_read_from_what_anybody_sends) {
  const Timestamp moment = std::chrono::sys_days(std::chrono::year(2026) / 2 / 2) + 7us;
  EXPECT_EQ(moment_of(event_id_of(moment)), moment);
  EXPECT_EQ(moment_of("0"), Timestamp{});
  for (const auto* text : {"", "x", "-1", "1.5", "9223372036854775807", "99999999999999999999"})
    EXPECT_EQ(moment_of(text), std::nullopt) << text;
}

}  // namespace
}  // namespace mrbill::http
