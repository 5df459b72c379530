#include "domain/password.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

TEST(Password, has_15_to_128_characters) {
  EXPECT_EQ(Password::parse(std::string(14, 'a')).error(), PasswordRefusal::too_short);
  EXPECT_TRUE(Password::parse(std::string(15, 'a')));
  EXPECT_TRUE(Password::parse(std::string(128, 'a')));
  EXPECT_EQ(Password::parse(std::string(129, 'a')).error(), PasswordRefusal::too_long);
}

TEST(Password, counts_code_points_not_bytes) {
  std::string keys;
  for (int i = 0; i < 15; ++i) keys += "\U0001f511";
  EXPECT_TRUE(Password::parse(keys));
}

TEST(Password, is_the_same_in_both_spellings_of_an_accent) {
  const std::string rest(14, 'x');
  EXPECT_EQ(Password::parse("e\u0301" + rest)->reveal(), Password::parse("\u00e9" + rest)->reveal());
}

TEST(Password, keeps_case_and_spaces) {
  EXPECT_EQ(Password::parse("  Correct Horse  ")->reveal(), "  Correct Horse  ");
}

TEST(Password, refuses_broken_utf8) {
  EXPECT_EQ(Password::parse(std::string(20, '\xff')).error(), PasswordRefusal::not_text);
}

TEST(Password, of_a_hopeless_attempt_is_empty) {
  EXPECT_TRUE(Password::attempt("short").reveal().empty());
}

}  // namespace
}  // namespace mrbill::auth
