#include "domain/key_schedule.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

const Timestamp born{days{20'000}};

TEST(KeySchedule, wants_a_key_at_once_where_there_is_none) {
  EXPECT_EQ(next_activation({}, born), born);
}

TEST(KeySchedule, wants_the_next_a_day_before_the_month_is_over) {
  const std::vector<KeyTimes> keys{{born, born}};
  EXPECT_EQ(next_activation(keys, born + days{28}), std::nullopt);
  EXPECT_EQ(next_activation(keys, born + days{29}), born + days{30});
}

TEST(KeySchedule, wants_no_other_while_one_is_waiting) {
  const std::vector<KeyTimes> keys{{born, born}, {born + days{29}, born + days{30}}};
  EXPECT_EQ(next_activation(keys, born + days{29} + 1h), std::nullopt);
}

TEST(KeySchedule, goes_from_next_to_current_to_retired_to_gone) {
  const std::vector<KeyTimes> keys{{born, born}, {born + days{29}, born + days{30}}};
  const auto before = born + days{29} + 1h;
  EXPECT_EQ(key_state(keys, 0, before), KeyState::current);
  EXPECT_EQ(key_state(keys, 1, before), KeyState::next);
  const auto after = born + days{30} + 1min;
  EXPECT_EQ(key_state(keys, 0, after), KeyState::retired);
  EXPECT_EQ(key_state(keys, 1, after), KeyState::current);
  EXPECT_EQ(key_state(keys, 0, born + days{30} + 21min), KeyState::gone);
}

TEST(KeySchedule, has_exactly_one_current_key_even_when_two_were_born_at_once) {
  const std::vector<KeyTimes> keys{{born, born}, {born, born}};
  EXPECT_EQ(key_state(keys, 0, born + 1s), KeyState::retired);
  EXPECT_EQ(key_state(keys, 1, born + 1s), KeyState::current);
}

}  // namespace
}  // namespace mrbill::auth
