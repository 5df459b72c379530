#include <gtest/gtest.h>

#include <postgres/notices.hpp>

#include "postgres_fixture.hpp"

namespace mrbill::postgres {
namespace {

using namespace std::chrono_literals;

constexpr Statement notify{"notify_news", "SELECT pg_notify('news', $1)"};

class NoticesTest : public PostgresFixture {
 protected:
  // Once it listens: everybody is woken then, for something may have been missed.
  std::unique_ptr<PostgresNotices> listening() {
    auto notices = std::make_unique<PostgresNotices>(open(options()), std::vector<std::string>{"news"});
    const auto first = notices->watch("anybody");
    EXPECT_TRUE(testing::run(io_, first->changed(10s)));
    return notices;
  }
  bool is_woken(Notices::Watch& watch, std::chrono::milliseconds within = 10s) {
    return testing::run(io_, watch.changed(within));
  }
};

TEST_F(NoticesTest, wake_who_waits_for_a_key_and_nobody_else) {
  const auto notices = listening();
  const auto ana = notices->watch("ana");
  const auto also_ana = notices->watch("ana");
  const auto bia = notices->watch("bia");
  query(notify, "ana");
  EXPECT_TRUE(is_woken(*ana));
  EXPECT_TRUE(is_woken(*also_ana));
  EXPECT_FALSE(is_woken(*bia, 50ms));
  EXPECT_FALSE(is_woken(*ana, 50ms)) << "once for what happened once";
}

TEST_F(NoticesTest, keep_what_happened_before_anybody_waited) {
  const auto notices = listening();
  const auto ana = notices->watch("ana");
  const auto later = notices->watch("later");
  query(notify, "ana");
  query(notify, "later");
  EXPECT_TRUE(is_woken(*later));
  EXPECT_TRUE(is_woken(*ana, 0ms));
}

TEST_F(NoticesTest, wake_everybody_after_a_break_because_something_may_have_been_missed) {
  const auto notices = listening();
  const auto ana = notices->watch("ana");
  proxy_->cut();
  EXPECT_TRUE(is_woken(*ana));
}

TEST_F(NoticesTest, may_go_before_a_watch_that_goes_on) {
  auto notices = listening();
  const auto ana = notices->watch("ana");
  notices.reset();
  query(notify, "ana");
  EXPECT_TRUE(is_woken(*ana));
}

}  // namespace
}  // namespace mrbill::postgres
