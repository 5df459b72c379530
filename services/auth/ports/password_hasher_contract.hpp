// What every PasswordHasher promises. A rig gives io() and hasher().
#pragma once

#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "ports/password_hasher.hpp"

namespace mrbill::auth {

template <class Rig>
class PasswordHasherContract : public ::testing::Test {
 protected:
  std::string hash(const std::string& text) {
    return *testing::run(rig_.io(), rig_.hasher().hash(*Password::parse(text)));
  }
  bool matches(const std::string& text, const std::string& hash) {
    return *testing::run(rig_.io(), rig_.hasher().matches(Password::attempt(text), hash));
  }
  Rig rig_;
};
TYPED_TEST_SUITE_P(PasswordHasherContract);

TYPED_TEST_P(PasswordHasherContract, knows_the_password_again_and_no_other) {
  const auto stored = this->hash("a long enough sentence");
  EXPECT_TRUE(this->matches("a long enough sentence", stored));
  EXPECT_FALSE(this->matches("a long enough Sentence", stored));
  EXPECT_FALSE(this->matches("", stored));
}

TYPED_TEST_P(PasswordHasherContract, hashes_the_same_password_otherwise_each_time) {
  const auto stored = this->hash("a long enough sentence");
  const auto again = this->hash("a long enough sentence");
  EXPECT_NE(stored, again);
  EXPECT_TRUE(this->matches("a long enough sentence", again));
}

TYPED_TEST_P(PasswordHasherContract, has_a_hash_that_no_password_has) {
  const auto& nobodys = this->rig_.hasher().nobodys();
  EXPECT_FALSE(this->matches("a long enough sentence", nobodys));
  EXPECT_FALSE(this->matches(nobodys, nobodys));
  EXPECT_FALSE(this->matches("", nobodys));
}

TYPED_TEST_P(PasswordHasherContract, matches_nothing_with_what_is_no_hash) {
  EXPECT_FALSE(this->matches("a long enough sentence", ""));
  EXPECT_FALSE(this->matches("a long enough sentence", "a long enough sentence"));
}

REGISTER_TYPED_TEST_SUITE_P(PasswordHasherContract, knows_the_password_again_and_no_other,
                            hashes_the_same_password_otherwise_each_time, has_a_hash_that_no_password_has,
                            matches_nothing_with_what_is_no_hash);

}  // namespace mrbill::auth
