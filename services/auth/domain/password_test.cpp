#include "domain/password.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

// So many letters, none of which repeat in a pattern.
std::string letters(std::size_t count) {
  std::string out;
  for (unsigned state = 7; out.size() < count; state = state * 1'103'515'245 + 12'345) {
    out.push_back(static_cast<char>('a' + (state >> 16) % 26));
  }
  return out;
}

TEST(Password, has_15_to_128_characters) {
  EXPECT_EQ(Password::parse(letters(14)).error(), PasswordRefusal::too_short);
  EXPECT_TRUE(Password::parse(letters(15)));
  EXPECT_TRUE(Password::parse(letters(128)));
  EXPECT_EQ(Password::parse(letters(129)).error(), PasswordRefusal::too_long);
}

TEST(Password, counts_code_points_not_bytes) {
  std::string keys;
  for (int i = 0; i < 5; ++i) keys += "\U0001f511\U0001f40d\U0001f30d";
  keys.replace(0, 4, "\U0001f680");
  EXPECT_TRUE(Password::parse(keys));
}

TEST(Password, is_the_same_in_both_spellings_of_an_accent) {
  const auto rest = letters(14);
  EXPECT_EQ(Password::parse("e\u0301" + rest)->reveal(), Password::parse("\u00e9" + rest)->reveal());
}

TEST(Password, keeps_case_and_spaces) {
  EXPECT_EQ(Password::parse("  Correct Horse Battery  ")->reveal(), "  Correct Horse Battery  ");
}

TEST(Password, is_none_that_everybody_tries) {
  EXPECT_EQ(Password::parse("passwordpassword").error(), PasswordRefusal::too_common);
  EXPECT_EQ(Password::parse(std::string(20, 'a')).error(), PasswordRefusal::too_common);
}

TEST(Password, that_became_common_is_still_compared) {
  EXPECT_EQ(Password::attempt("passwordpassword").reveal(), "passwordpassword");
}

TEST(Password, refuses_broken_utf8) {
  EXPECT_EQ(Password::parse(std::string(20, '\xff')).error(), PasswordRefusal::not_text);
}

TEST(Password, of_a_hopeless_attempt_is_empty) {
  EXPECT_TRUE(Password::attempt("short").reveal().empty());
}

}  // namespace
}  // namespace mrbill::auth
