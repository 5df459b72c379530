#include "domain/throttle_rules.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

TEST(ThrottleRules, waits_longer_with_each_failure_up_to_a_bound) {
  constexpr Pace pace{3, 1s, 60s, 1h};
  EXPECT_EQ(wait_after(3, pace), 0ms);
  EXPECT_EQ(wait_after(4, pace), 1s);
  EXPECT_EQ(wait_after(5, pace), 2s);
  EXPECT_EQ(wait_after(9, pace), 32s);
  EXPECT_EQ(wait_after(10, pace), 60s);
  EXPECT_EQ(wait_after(2'000'000, pace), 60s);
}

class ThrottleRulesTest : public ::testing::Test {
 protected:
  const ThrottleRules rules_{KeyMaterial{Sha256{}}, 100};
  const Visitor stranger_{.network = "192.0.2.1"};
  const Visitor at_home_{.network = "192.0.2.1", .known_network = true};
  const Visitor own_device_{.network = "192.0.2.1", .device = Device{}};
};

TEST_F(ThrottleRulesTest, count_what_others_fail_only_where_the_person_is_not_known) {
  EXPECT_EQ(rules_.log_in("ana@example.com", stranger_).size(), 3U);
  EXPECT_EQ(rules_.log_in("ana@example.com", at_home_).size(), 1U);
  EXPECT_EQ(rules_.log_in("ana@example.com", own_device_).size(), 1U);
}

TEST_F(ThrottleRulesTest, share_no_counter_between_a_device_and_its_network) {
  const auto device = rules_.log_in("ana@example.com", own_device_).front().name;
  for (const auto& counter : rules_.log_in("ana@example.com", stranger_)) EXPECT_NE(counter.name, device);
  EXPECT_NE(rules_.sign_up(own_device_).front().name, rules_.sign_up(stranger_).front().name);
  EXPECT_NE(rules_.taken_address(own_device_).front().name, rules_.taken_address(stranger_).front().name);
  EXPECT_NE(rules_.request_mail("ana@example.com", own_device_).front().name,
            rules_.request_mail("ana@example.com", stranger_).front().name);
}

TEST_F(ThrottleRulesTest, never_make_anybody_wait_longer_than_a_minute_for_what_others_do) {
  for (const auto& visitor : {stranger_, at_home_}) {
    for (const auto& counters :
         {rules_.log_in("ana@example.com", visitor), rules_.sign_up(visitor), rules_.taken_address(visitor),
          rules_.request_mail("ana@example.com", visitor)}) {
      for (const auto& counter : counters) EXPECT_LE(wait_after(1'000'000, counter.pace), 60s);
    }
  }
}

TEST_F(ThrottleRulesTest, count_no_more_than_what_leaks_away_within_a_quarter_of_an_hour) {
  const auto network = rules_.log_in("ana@example.com", stranger_)[1].pace;
  EXPECT_LE((max_failures(network) - network.free) * network.leak, 15min);
}

TEST_F(ThrottleRulesTest, name_counters_without_the_address) {
  for (const auto& counter : rules_.log_in("ana@example.com", stranger_)) {
    EXPECT_EQ(counter.name.find("ana"), std::string::npos);
    EXPECT_EQ(counter.name.find("192"), std::string::npos);
  }
}

TEST(ThrottleRules, count_up_to_the_longest_wait) {
  constexpr Pace pace{3, 1s, 60s, 1h};
  EXPECT_LT(wait_after(max_failures(pace) - 1, pace), 60s);
  EXPECT_EQ(wait_after(max_failures(pace), pace), 60s);
}

TEST(ThrottleRules, see_one_network_in_all_addresses_of_a_64) {
  EXPECT_EQ(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:2:ffff::9"));
  EXPECT_NE(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:3::1"));
  EXPECT_EQ(network_of("::ffff:192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(network_of("192.0.2.1"), "192.0.2.1");
}

}  // namespace
}  // namespace mrbill::auth
