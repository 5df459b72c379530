#include "adapters/xapian/search_shares.hpp"

#include <list>

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <async/spawn.hpp>
#include <testing/run.hpp>

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;

TenantId tenant(std::uint8_t number) {
  TenantId id;
  id.uuid.bytes[15] = number;
  return id;
}
const TenantId acme = tenant(1);
const TenantId globex = tenant(2);

class Sharing : public ::testing::Test {
 protected:
  // Takes a turn, notes it, and keeps it until it is let go.
  Task<> search(SearchShares& shares, TenantId who, std::string name, Lane asked) {
    held.emplace_back(co_await shares.turn(who, asked));
    begun.push_back(std::move(name));
  }
  void start(SearchShares& shares, TenantId who, std::string name, Lane asked = Lane::usual) {
    spawn(io, "search", search(shares, who, std::move(name), asked));
    settle();
  }
  void end_first() {
    held.front().charge(std::chrono::milliseconds(1));
    held.pop_front();
    settle();
  }
  void settle() {
    io.restart();
    io.poll();
  }

  asio::io_context io;
  metrics::Registry registry;
  std::list<SearchShares::Turn> held;
  std::vector<std::string> begun;
};

TEST_F(Sharing, leaves_a_thread_to_others_whatever_one_tenant_asks) {
  SearchShares shares({.threads = 2, .threads_of_one = 1}, registry);
  for (const auto* name : {"acme 1", "acme 2", "acme 3"}) start(shares, acme, name);
  EXPECT_THAT(begun, ElementsAre("acme 1"));
  start(shares, globex, "globex 1");
  EXPECT_THAT(begun, ElementsAre("acme 1", "globex 1"));
  end_first();
  EXPECT_THAT(begun, ElementsAre("acme 1", "globex 1", "acme 2"));
  end_first();
  end_first();
  end_first();
  EXPECT_EQ(begun.size(), 4U);
}

TEST_F(Sharing, lets_the_tenant_go_first_that_was_served_longest_ago) {
  SearchShares shares({.threads = 1, .threads_of_one = 1}, registry);
  for (const auto* name : {"acme 1", "acme 2", "acme 3"}) start(shares, acme, name);
  start(shares, globex, "globex 1");
  end_first();
  EXPECT_THAT(begun, ElementsAre("acme 1", "globex 1"));
  end_first();
  EXPECT_THAT(begun, ElementsAre("acme 1", "globex 1", "acme 2"));
  end_first();
  end_first();
}

TEST_F(Sharing, refuses_the_tenant_that_has_too_many_under_way_and_no_other) {
  SearchShares shares({.max_of_one = 2}, registry);
  const auto first = shares.admit(acme);
  auto second = shares.admit(acme);
  ASSERT_TRUE(first && second);
  const auto third = shares.admit(acme);
  ASSERT_FALSE(third);
  EXPECT_EQ(third.error().code, SearchRefusalCode::too_many_searches);
  EXPECT_GE(third.error().retry_after, std::chrono::seconds(1));
  EXPECT_TRUE(shares.admit(globex));
  second->reset();
  EXPECT_TRUE(shares.admit(acme)) << "an ended one gives its place back";
}

TEST_F(Sharing, refuses_the_tenant_that_has_searched_longer_than_it_may_until_that_is_forgotten) {
  using std::chrono::duration;
  SearchShares shares({.each_second = duration<double>(1e-9), .at_once = duration<double>(0)}, registry);
  ASSERT_TRUE(shares.admit(acme));
  start(shares, acme, "acme 1");
  end_first();
  const auto refused = shares.admit(acme);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, SearchRefusalCode::too_many_searches);
  EXPECT_TRUE(shares.admit(globex));
  SearchShares forgetful({.each_second = duration<double>(1e9), .at_once = duration<double>(0)}, registry);
  start(forgetful, acme, "acme 2");
  end_first();
  EXPECT_TRUE(forgetful.admit(acme));
}

TEST_F(Sharing, lets_who_has_searched_much_go_by_a_lane_that_holds_nobody_up) {
  using std::chrono::duration;
  SearchShares shares({.each_second = duration<double>(1e-9), .slow_after = duration<double>(0)}, registry);
  start(shares, acme, "acme 1");
  EXPECT_EQ(held.front().lane(), Lane::usual);
  end_first();
  start(shares, acme, "acme 2");
  EXPECT_EQ(held.front().lane(), Lane::slow);
  start(shares, globex, "globex 1");
  EXPECT_EQ(held.back().lane(), Lane::usual);
  EXPECT_EQ(begun.size(), 3U) << "neither waits for the other";
  end_first();
  end_first();
}

TEST_F(Sharing, lets_what_takes_long_go_by_the_slow_lane_behind_nobody_else) {
  SearchShares shares({.threads = 2, .threads_of_one = 2}, registry);
  start(shares, acme, "long", Lane::slow);
  start(shares, acme, "longer", Lane::slow);
  start(shares, globex, "globex 1");
  EXPECT_THAT(begun, ElementsAre("long", "globex 1")) << "one thread for the slow";
  EXPECT_EQ(held.front().lane(), Lane::slow);
  EXPECT_EQ(held.back().lane(), Lane::usual);
  end_first();
  EXPECT_EQ(begun.back(), "longer");
  EXPECT_EQ(held.back().lane(), Lane::slow);
  end_first();
  end_first();
}

TEST_F(Sharing, bounds_the_searches_of_all) {
  SearchShares shares({.max_of_one = 9, .max = 1}, registry);
  const auto first = shares.admit(acme);
  ASSERT_TRUE(first);
  const auto second = shares.admit(globex);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, SearchRefusalCode::search_timeout);
}

}  // namespace
}  // namespace mrbill::catalog
