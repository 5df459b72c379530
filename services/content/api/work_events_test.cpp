#include "api/work_events.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <contract/problems.hpp>
#include <http/event_stream.hpp>

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Timestamp now = std::chrono::sys_days(std::chrono::year(2026) / 2 / 2);

RequestId id_of(std::uint8_t number) {
  RequestId id;
  id.uuid.bytes[15] = number;
  return id;
}

ChangedRequest work(std::uint8_t number, Status status, int progress, Timestamp at = now) {
  Request request;
  request.id = id_of(number);
  request.status = status;
  request.progress = progress;
  request.spec.title = "My year";
  if (number % 2 == 0) request.spec.options = ReportOptions{};
  return {std::move(request), at};
}

// What is said, in short: "progress 1 40", "gone 2", "ready".
std::vector<std::string> said(const std::string& events) {
  std::vector<std::string> out;
  for (std::size_t at = events.find("event: "); at != std::string::npos;
       at = events.find("event: ", at + 1)) {
    const auto line = [&](std::size_t from) { return events.substr(from, events.find('\n', from) - from); };
    auto words = line(at + 7);
    const auto data = line(events.find("data: ", at) + 6);
    const auto id = data.find("\"id\":\"");
    if (id != std::string::npos) words += " " + data.substr(id + 6 + 35, 1);
    const auto progress = data.find("\"progress\":");
    if (progress != std::string::npos) {
      const auto from = progress + 11;
      words += " " + data.substr(from, data.find_first_of(",}", from) - from);
    }
    out.push_back(words);
  }
  return out;
}

class WorkEventsTest : public ::testing::Test {
 protected:
  std::vector<std::string> tell(const std::vector<ChangedRequest>& found) {
    return said(events_.tell(found));
  }
  WorkEvents events_{http::Reader(contract::phrasebook(), http::Request{}), now};
};

TEST_F(WorkEventsTest, tells_all_that_is_open_and_then_that_this_was_all) {
  const auto events = events_.tell({work(1, Status::pending, 0), work(2, Status::processing, 40)});
  EXPECT_THAT(said(events), ElementsAre("progress 1 0", "progress 2 40", "ready"));
  EXPECT_THAT(events, HasSubstr(R"("kind":"VIDEO")"));
  EXPECT_THAT(events, HasSubstr(R"("kind":"REPORT")"));
  EXPECT_THAT(events, HasSubstr(R"("title":"My year")"));
}

TEST_F(WorkEventsTest, tells_a_state_once) {
  EXPECT_THAT(tell({}), ElementsAre("ready"));
  EXPECT_THAT(tell({work(1, Status::pending, 0)}), ElementsAre("progress 1 0"));
  EXPECT_THAT(tell({work(1, Status::pending, 0)}), ElementsAre());
  EXPECT_THAT(tell({work(1, Status::processing, 10)}), ElementsAre("progress 1 10"));
  EXPECT_THAT(tell({work(1, Status::completed, 100)}), ElementsAre("progress 1 100"));
  EXPECT_THAT(tell({}), ElementsAre()) << "what is over is simply not told again";
  EXPECT_THAT(tell({work(1, Status::pending, 0)}), ElementsAre("progress 1 0")) << "tried again";
}

TEST_F(WorkEventsTest, asks_for_what_was_open_and_is_not_found_and_tells_what_is_gone) {
  static_cast<void>(tell({work(1, Status::processing, 10), work(2, Status::processing, 20)}));
  const auto missing = events_.missing_in({work(2, Status::processing, 20)});
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0].id, id_of(1));
  EXPECT_EQ(missing[0].type, Type::video);
  EXPECT_THAT(tell({work(2, Status::processing, 20)}), ElementsAre("gone 1"));
  EXPECT_TRUE(events_.missing_in({work(2, Status::processing, 20)}).empty()) << "once";
}

TEST_F(WorkEventsTest, says_with_each_event_from_where_to_go_on) {
  const auto later = now + 90s;
  const auto events =
      events_.tell({work(1, Status::processing, 10, now + 1us), work(2, Status::failed, 20, later)});
  EXPECT_THAT(events, HasSubstr("id: " + http::event_id_of(now + 1us) + "\nevent: progress\n"));
  EXPECT_THAT(events, HasSubstr("id: " + http::event_id_of(later) + "\nevent: ready\n"));
  EXPECT_EQ(events_.since(), later - 5s)
      << "somewhat before: transactions do not end in the order of their times";
  static_cast<void>(events_.tell({work(1, Status::processing, 11, now)}));
  EXPECT_EQ(events_.since(), later - 5s) << "never back";
}

}  // namespace
}  // namespace mrbill::content
