#include "domain/refresh_token.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

const SessionId session = *SessionId::parse("018f0000-0000-7000-8000-000000000001");
const SessionId other = *SessionId::parse("018f0000-0000-7000-8000-000000000002");
const RefreshTokens tokens{KeyMaterial{Sha256{1}}};

TEST(RefreshToken, is_the_same_each_time_it_is_derived) {
  EXPECT_EQ(tokens.derive(session, 7).reveal(), tokens.derive(session, 7).reveal());
}

TEST(RefreshToken, differs_by_session_generation_and_key) {
  EXPECT_NE(tokens.derive(session, 7).reveal(), tokens.derive(session, 8).reveal());
  EXPECT_NE(tokens.derive(session, 7).reveal(), tokens.derive(other, 7).reveal());
  EXPECT_NE(tokens.derive(session, 7).reveal(),
            RefreshTokens{KeyMaterial{Sha256{2}}}.derive(session, 7).reveal());
}

TEST(RefreshToken, has_a_hash_only_in_its_own_form) {
  const auto token = tokens.derive(session, 1).reveal();
  EXPECT_TRUE(refresh_hash(token));
  for (const auto& text :
       {std::string(), std::string("mrb_rt_"), token + "A", token.substr(1), std::string(10'000, 'a')}) {
    EXPECT_FALSE(refresh_hash(text)) << text;
  }
}

TEST(RefreshToken, rotates_then_repeats_within_the_grace_then_kills) {
  const Timestamp used{1'000'000s};
  EXPECT_EQ(refresh_step(std::nullopt, used), RefreshStep::rotate);
  EXPECT_EQ(refresh_step(used, used), RefreshStep::repeat);
  EXPECT_EQ(refresh_step(used, used + 10s), RefreshStep::repeat);
  EXPECT_EQ(refresh_step(used, used + 10s + 1us), RefreshStep::kill_family);
}

}  // namespace
}  // namespace mrbill::auth
