// What every Throttle must do. A rig gives one: io(), clock() (a ManualClock) and throttle().
#pragma once

#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/run.hpp>

#include "ports/throttle.hpp"

namespace mrbill::auth {

template <class Rig>
class ThrottleContract : public ::testing::Test {
 protected:
  std::chrono::milliseconds wait(std::vector<Counter> counters) {
    return testing::run(rig_.io(), rig_.throttle().wait(std::move(counters)));
  }
  void count(std::vector<Counter> counters) {
    testing::run(rig_.io(), rig_.throttle().count(std::move(counters)));
  }
  void forget(std::vector<Counter> counters) {
    testing::run(rig_.io(), rig_.throttle().forget(std::move(counters)));
  }

  Rig rig_;
  const Pace pace_{2, std::chrono::seconds(1), std::chrono::seconds(5), std::chrono::hours(1)};
  const std::vector<Counter> one_{{"one", pace_}};
  const std::vector<Counter> both_{{"one", pace_}, {"two", pace_}};
};
TYPED_TEST_SUITE_P(ThrottleContract);

TYPED_TEST_P(ThrottleContract, lets_through_what_is_free) {
  EXPECT_EQ(this->wait(this->one_).count(), 0);
  this->count(this->one_);
  this->count(this->one_);
  EXPECT_EQ(this->wait(this->one_).count(), 0);
}

TYPED_TEST_P(ThrottleContract, waits_as_the_rule_says) {
  for (int failures = 1; failures <= 8; ++failures) {
    this->count(this->one_);
    EXPECT_EQ(this->wait(this->one_), wait_after(failures, this->pace_)) << failures;
  }
}

TYPED_TEST_P(ThrottleContract, ends_a_wait_with_its_time) {
  for (int i = 0; i < 3; ++i) this->count(this->one_);
  EXPECT_EQ(this->wait(this->one_).count(), 1'000);
  this->rig_.clock().advance(std::chrono::milliseconds(400));
  EXPECT_EQ(this->wait(this->one_).count(), 600);
  this->rig_.clock().advance(std::chrono::milliseconds(600));
  EXPECT_EQ(this->wait(this->one_).count(), 0);
}

TYPED_TEST_P(ThrottleContract, lets_counts_leak) {
  for (int i = 0; i < 4; ++i) this->count(this->one_);  // two beyond what is free
  this->rig_.clock().advance(2 * this->pace_.leak);
  this->count(this->one_);
  EXPECT_EQ(this->wait(this->one_), wait_after(3, this->pace_));
  this->rig_.clock().advance(this->pace_.leak / 2);
  this->count(this->one_);
  EXPECT_EQ(this->wait(this->one_), wait_after(4, this->pace_));
}

TYPED_TEST_P(ThrottleContract, is_over_soon_after_a_storm) {
  for (int i = 0; i < 500; ++i) this->count(this->one_);
  EXPECT_EQ(this->wait(this->one_), this->pace_.max);
  this->rig_.clock().advance(this->pace_.leak * (max_failures(this->pace_) - this->pace_.free + 1));
  this->count(this->one_);
  EXPECT_EQ(this->wait(this->one_).count(), 0);
}

TYPED_TEST_P(ThrottleContract, tells_the_longest_wait_of_several) {
  for (int i = 0; i < 4; ++i) this->count(this->one_);
  EXPECT_EQ(this->wait(this->both_).count(), 2'000);
}

TYPED_TEST_P(ThrottleContract, counts_each_thing_apart) {
  for (int i = 0; i < 4; ++i) this->count(this->one_);
  EXPECT_EQ(this->wait({{"two", this->pace_}}).count(), 0);
}

TYPED_TEST_P(ThrottleContract, holds_nothing_against_anybody_that_a_clock_noted_while_it_was_ahead) {
  const auto ahead = std::chrono::hours(24);
  this->rig_.clock().advance(ahead);
  for (int i = 0; i < 500; ++i) this->count(this->one_);
  this->rig_.clock().advance(-ahead);
  EXPECT_EQ(this->wait(this->one_).count(), 0) << "no wait is that long";
  this->count(this->one_);
  EXPECT_EQ(this->wait(this->one_), this->pace_.max) << "the failures count all the same";
  this->rig_.clock().advance(this->pace_.leak * (max_failures(this->pace_) + 1));
  this->count(this->one_);
  EXPECT_EQ(this->wait(this->one_).count(), 0) << "and leak";
}

TYPED_TEST_P(ThrottleContract, forgets) {
  for (int i = 0; i < 4; ++i) this->count(this->both_);
  this->forget(this->one_);
  EXPECT_EQ(this->wait(this->one_).count(), 0);
  EXPECT_EQ(this->wait(this->both_).count(), 2'000);
}

REGISTER_TYPED_TEST_SUITE_P(ThrottleContract, lets_through_what_is_free, waits_as_the_rule_says,
                            ends_a_wait_with_its_time, lets_counts_leak, is_over_soon_after_a_storm,
                            tells_the_longest_wait_of_several, counts_each_thing_apart,
                            holds_nothing_against_anybody_that_a_clock_noted_while_it_was_ahead, forgets);

}  // namespace mrbill::auth
