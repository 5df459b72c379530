#include "domain/mail_name.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

TEST(InMail, quotes_a_name) {
  EXPECT_EQ(in_mail("Ana Souza"), "\u201cAna Souza\u201d");
  EXPECT_EQ(in_mail("J. R. O'Neill-Núñez"), "\u201cJ. R. O'Neill-Núñez\u201d");
  EXPECT_EQ(in_mail("Müller & Söhne Co."), "\u201cMüller & Söhne Co.\u201d");
  EXPECT_EQ(in_mail("株式会社 日本"), "\u201c株式会社 日本\u201d");
}

TEST(InMail, leaves_nothing_that_becomes_a_link) {
  EXPECT_EQ(in_mail("win at http://evil.example/, please"), "\u201cwin at http evil example , please\u201d");
  for (const auto* name :
       {"evil.example", "www.evil.example", "https://evil.example/x?y=1", "ana@evil.example",
        "mailto:ana@evil.example", "evil\u3002example", "evil\uff0eexample", "ana\uff20evil",
        "evil\u2024example", "//evil", "evil.example."}) {
    const auto text = in_mail(name);
    for (const auto* sign : {"://", ".e", "@", "www.", ":", "/", "\u3002", "\uff0e", "\uff20", "\u2024"}) {
      EXPECT_EQ(text.find(sign), std::string::npos) << text << " holds " << sign;
    }
  }
}

TEST(InMail, leaves_no_number_to_call) {
  EXPECT_EQ(in_mail("Call +1 800 555 0100 now"), "\u201cCall + now\u201d");
  EXPECT_EQ(in_mail("Studio 54"), "\u201cStudio 54\u201d");
}

TEST(InMail, keeps_the_dates_of_the_readers_own_title) {
  EXPECT_EQ(in_mail("2025-01-01 to 2025-12-31", Numbers::kept), "\u201c2025-01-01 to 2025-12-31\u201d");
}

TEST(InMail, cuts_between_letters) {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "ã";
  std::string kept;
  for (std::size_t i = 0; i < max_in_mail; ++i) kept += "ã";
  EXPECT_EQ(in_mail(name), "\u201c" + kept + "\u2026\u201d");
}

TEST(InMail, is_empty_when_nothing_is_left) {
  EXPECT_EQ(in_mail("://"), "");
  EXPECT_EQ(in_mail(""), "");
}

TEST(FirstNameInMail, is_the_first_word_where_that_can_be_a_name) {
  EXPECT_EQ(first_name_in_mail("Ana Souza"), "Ana");
  EXPECT_EQ(first_name_in_mail("Jo\u00e3o"), "Jo\u00e3o");
  EXPECT_EQ(first_name_in_mail("Anne-Marie O'Neil"), "Anne-Marie");
  EXPECT_EQ(first_name_in_mail(""), "");
}

TEST(FirstNameInMail, is_nothing_that_could_be_followed_or_called) {
  EXPECT_EQ(first_name_in_mail("http://evil.example/ now"), "http");
  for (const auto* name : {"0800 1234567", "4ever", "Supercalifragilisticexpialidocious", "Ana,", "(Ana)"})
    EXPECT_EQ(first_name_in_mail(name), "") << name;
}

}  // namespace
}  // namespace mrbill::auth
