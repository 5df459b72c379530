#include "api/import_events.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <contract/problems.hpp>
#include <http/event_stream.hpp>

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Timestamp now = std::chrono::sys_days(std::chrono::year(2026) / 2 / 2);

Import import(std::uint8_t number, ImportStatus status, int progress = 0) {
  Import one;
  one.status = status;
  one.progress = progress;
  one.created_at = now;
  one.id.uuid.bytes[15] = number;
  return one;
}

Import ended(std::uint8_t number, Timestamp at) {
  auto one = import(number, ImportStatus::completed, 100);
  one.completed_at = at;
  return one;
}

// What is said, in short: "1 PROCESSING 40", "ready".
std::vector<std::string> said(const std::string& events) {
  std::vector<std::string> out;
  for (auto at = events.find("data: "); at != std::string::npos; at = events.find("data: ", at + 1)) {
    const auto data = events.substr(at + 6, events.find('\n', at) - at - 6);
    const auto value = [&](std::string_view name) {
      const auto from = data.find(name) + name.size();
      return data.substr(from, data.find_first_of("\",}", from) - from);
    };
    out.push_back(data == "{}" ? "ready"
                               : value("\"importId\":\"").substr(35) + ' ' + value("\"status\":\"") + ' ' +
                                     value("\"progress\":"));
  }
  return out;
}

class ImportEventsTest : public ::testing::Test {
 protected:
  std::vector<std::string> tell(const std::vector<Import>& found, Timestamp moment = now) {
    return said(events_.tell(found, moment));
  }
  ImportEvents events_{http::Reader(contract::phrasebook(), http::Request{}), now};
};

TEST_F(ImportEventsTest, tells_all_that_is_open_oldest_first_and_then_that_this_was_all) {
  EXPECT_THAT(tell({import(2, ImportStatus::pending), import(1, ImportStatus::processing, 40)}),
              ElementsAre("1 PROCESSING 40", "2 PENDING 0", "ready"));
}

TEST_F(ImportEventsTest, tells_a_state_once) {
  EXPECT_THAT(tell({}), ElementsAre("ready"));
  EXPECT_THAT(tell({import(1, ImportStatus::pending)}), ElementsAre("1 PENDING 0"));
  EXPECT_THAT(tell({import(1, ImportStatus::pending)}), ElementsAre());
  EXPECT_THAT(tell({import(1, ImportStatus::processing, 10)}), ElementsAre("1 PROCESSING 10"));
  EXPECT_THAT(tell({ended(1, now + 2s)}), ElementsAre("1 COMPLETED 100"));
  EXPECT_THAT(tell({ended(1, now + 2s)}), ElementsAre());
}

TEST_F(ImportEventsTest, tells_the_end_of_what_began_and_ended_between_two_looks) {
  EXPECT_THAT(tell({}), ElementsAre("ready"));
  EXPECT_THAT(tell({ended(1, now + 1s)}), ElementsAre("1 COMPLETED 100"));
}

TEST_F(ImportEventsTest, says_nothing_of_what_was_over_long_before) {
  EXPECT_THAT(tell({ended(2, now - 1s), ended(1, now - 1h)}), ElementsAre("2 COMPLETED 100", "ready"))
      << "what ended a moment ago is told to be sure: clocks differ";
}

TEST_F(ImportEventsTest, says_with_each_event_from_where_to_go_on) {
  const auto events = events_.tell({import(1, ImportStatus::pending)}, now + 90s);
  EXPECT_THAT(events, HasSubstr("id: " + http::event_id_of(now + 90s) + "\nevent: progress\n"));
  EXPECT_THAT(events, HasSubstr("id: " + http::event_id_of(now + 90s) + "\nevent: ready\n"));
}

}  // namespace
}  // namespace mrbill::catalog
