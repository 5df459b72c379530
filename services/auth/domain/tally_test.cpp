#include "domain/tally.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;
constexpr Timestamp noon{1'800'000'000s};

TEST(Tally, forgets_one_in_each_span) {
  const Tally three{3, noon};
  EXPECT_EQ(leaked(three, 10min, noon + 9min).count, 3);
  EXPECT_EQ(leaked(three, 10min, noon + 10min), (Tally{2, noon + 10min}));
  EXPECT_EQ(leaked(three, 10min, noon + 25min), (Tally{1, noon + 20min}));
  EXPECT_EQ(leaked(three, 10min, noon + 48h).count, 0);
}

TEST(Tally, begins_to_leak_with_the_first_of_them) {
  const auto first = raised({}, 10min, noon);
  EXPECT_EQ(first, (Tally{1, noon}));
  EXPECT_EQ(raised(first, 10min, noon + 5min), (Tally{2, noon}));
}

TEST(Tally, forgets_nothing_while_the_clock_goes_back) {
  EXPECT_EQ(leaked({2, noon}, 10min, noon - 1h).count, 2);
}

TEST(Tally, grows_no_further_than_its_bound) {
  Tally tally;
  for (int i = 0; i < 50; ++i) tally = raised(tally, 10min, noon, 7);
  EXPECT_EQ(tally.count, 7);
}

}  // namespace
}  // namespace mrbill::auth
