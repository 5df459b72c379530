#include "domain/common_passwords.hpp"

#include <string>

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

TEST(CommonPasswords, are_those_of_breaches_in_any_case) {
  for (const auto* text :
       {"1qaz2wsx3edc4rfv", "qazwsxedcrfvtgb", "passwordstandard", "1Q2W3E4R5T6Y7U8I", "PolniyPizdec0211"}) {
    EXPECT_TRUE(is_common_password(text)) << text;
  }
}

TEST(CommonPasswords, are_what_people_make_of_them_to_reach_the_length) {
  for (const auto* text :
       {"passwordpassword", "PasswordPassword1", "password1234567", "!!!!Password2024", "pass word pass word",
        "qwertyuiopasdfghjkl", "iloveyouprincess", "football123456!", "letmeinletmeinletme"}) {
    EXPECT_TRUE(is_common_password(text)) << text;
  }
}

TEST(CommonPasswords, are_one_letter_or_a_run_too) {
  for (const auto* text : {"aaaaaaaaaaaaaaa", "111111111111111", "abababababababab", "abcdefghijklmnop",
                           "123451234512345", "zyxwvutsrqponmlk", "...............", "123456789012345"}) {
    EXPECT_TRUE(is_common_password(text)) << text;
  }
}

TEST(CommonPasswords, are_no_sentences_and_no_random_letters) {
  for (const auto* text : {"a long enough sentence", "correct horse battery staple", "show me every poc",
                           "fifteen letters or more", "o rato roeu a roupa do rei", "vK8#mQz!2rT&xL5w",
                           "日本語の長い合言葉はこれだ", "my cat eats 14 olives a day"}) {
    EXPECT_FALSE(is_common_password(text)) << text;
  }
}

TEST(CommonPasswords, take_one_of_many_thousands_for_one_of_theirs) {
  int taken = 0;
  for (int i = 0; i < 20'000; ++i)
    taken += is_common_password("vK#mQz!rT&" + std::to_string(i * 7'919) + "&xLw") ? 1 : 0;
  EXPECT_LE(taken, 20);
}

}  // namespace
}  // namespace mrbill::auth
