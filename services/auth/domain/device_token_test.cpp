#include "domain/device_token.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

constexpr Timestamp now{std::chrono::seconds(1'800'000'000)};

class DeviceTokensTest : public ::testing::Test {
 protected:
  DeviceTokensTest() {
    device_.user.uuid.bytes.fill(0xa5);
    device_.id.bytes.fill(0x17);
  }
  DeviceTokens tokens_{KeyMaterial{Sha256{1}}};
  Device device_;
};

TEST_F(DeviceTokensTest, say_whose_device_it_is_for_their_time) {
  const auto token = tokens_.issue(device_, now);
  for (const auto later : {now, now + device_life - std::chrono::seconds(1)}) {
    const auto read = tokens_.read(token, later);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->user, device_.user);
    EXPECT_EQ(read->id, device_.id);
  }
  EXPECT_FALSE(tokens_.read(token, now + device_life));
}

TEST_F(DeviceTokensTest, are_refused_with_any_letter_changed_cut_or_added) {
  const auto token = tokens_.issue(device_, now);
  for (std::size_t at = 0; at < token.size(); ++at) {
    auto changed = token;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(tokens_.read(changed, now)) << at;
  }
  EXPECT_FALSE(tokens_.read(token.substr(1), now));
  EXPECT_FALSE(tokens_.read(token + "A", now));
  EXPECT_FALSE(tokens_.read("", now));
}

TEST_F(DeviceTokensTest, of_another_key_are_nothing) {
  EXPECT_FALSE(DeviceTokens{KeyMaterial{Sha256{2}}}.read(tokens_.issue(device_, now), now));
}

}  // namespace
}  // namespace mrbill::auth
