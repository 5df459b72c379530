#include "usecases/commit_pace.hpp"

#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;

constexpr auto longest_wait = 1'000ms;
constexpr auto tick = 50ms;

// How many commits an hour has, with a writer that always has something, and the longest wait for one.
struct Hour {
  int commits = 0;
  CommitPace::steady::duration longest{};
};
template <class IsHeld>
Hour an_hour(IsHeld is_held) {
  CommitPace pace(longest_wait);
  Hour hour;
  CommitPace::steady::time_point last(24h);
  pace.committed(last);
  const auto begin = last;
  for (auto now = begin; now < begin + 1h; now += tick) {
    if (!pace.may_commit(is_held(now - begin), now)) continue;
    pace.committed(now);
    ++hour.commits;
    hour.longest = std::max(hour.longest, now - last);
    last = now;
  }
  return hour;
}

}  // namespace

TEST(CommitPace, waits_for_nobody_where_nobody_asks) {
  EXPECT_EQ(an_hour([](auto) { return false; }).commits, 1h / tick);
}

TEST(CommitPace, leaves_a_reader_that_asks_the_time_of_a_search) {
  CommitPace pace(longest_wait);
  const CommitPace::steady::time_point last(24h);
  pace.committed(last);
  EXPECT_FALSE(pace.may_commit(true, last + longest_wait - 1ms));
  EXPECT_TRUE(pace.may_commit(false, last + 1ms)) << "it has read on";
  EXPECT_TRUE(pace.may_commit(true, last + longest_wait));
}

TEST(CommitPace, is_held_up_no_longer_by_readers_that_ask_all_the_time) {
  const auto held = an_hour([](auto) { return true; });
  EXPECT_EQ(held.commits, 1h / longest_wait - 1);
  EXPECT_EQ(held.longest, longest_wait);
  const auto in_turns = an_hour([](auto since) { return since % 7s < 6s; });
  EXPECT_EQ(in_turns.longest, longest_wait);
}

}  // namespace mrbill::catalog
