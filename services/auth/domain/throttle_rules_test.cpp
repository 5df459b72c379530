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

TEST(ThrottleRules, count_strangers_failures_only_where_the_person_is_not_known) {
  const ThrottleRules rules{KeyMaterial{Sha256{}}, 100};
  EXPECT_EQ(rules.log_in("ana@example.com", "192.0.2.1", true).size(), 2U);
  EXPECT_EQ(rules.log_in("ana@example.com", "192.0.2.1", false).size(), 3U);
}

TEST(ThrottleRules, never_make_an_address_wait_longer_than_a_minute_for_what_strangers_do) {
  const ThrottleRules rules{KeyMaterial{Sha256{}}, 100};
  EXPECT_EQ(wait_after(1'000'000, rules.log_in("ana@example.com", "192.0.2.1", false).back().pace), 60s);
}

TEST(ThrottleRules, name_counters_without_the_address) {
  const ThrottleRules rules{KeyMaterial{Sha256{}}, 100};
  for (const auto& counter : rules.log_in("ana@example.com", "192.0.2.1", false)) {
    EXPECT_EQ(counter.name.find("ana"), std::string::npos);
    EXPECT_EQ(counter.name.find("192"), std::string::npos);
  }
}

TEST(ThrottleRules, see_one_network_in_all_addresses_of_a_64) {
  EXPECT_EQ(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:2:ffff::9"));
  EXPECT_NE(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:3::1"));
  EXPECT_EQ(network_of("::ffff:192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(network_of("192.0.2.1"), "192.0.2.1");
}

}  // namespace
}  // namespace mrbill::auth
