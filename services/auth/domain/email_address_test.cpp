#include "domain/email_address.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

std::string parsed(std::string_view text) {
  auto address = EmailAddress::parse(text);
  return address ? address->text() : "refused";
}

TEST(EmailAddress, is_trimmed_and_lower_case) {
  EXPECT_EQ(parsed("  Ana@Example.COM "), "ana@example.com");
}

TEST(EmailAddress, is_one_text_for_both_spellings_of_an_accent) {
  EXPECT_EQ(parsed("jose\u0301@example.com"), parsed("jos\u00e9@example.com"));
  EXPECT_EQ(parsed("JOS\u00c9@example.com"), "jos\u00e9@example.com");
}

TEST(EmailAddress, allows_international_domains_and_plus_addresses) {
  EXPECT_EQ(parsed("a+b@caf\u00e9.com.br"), "a+b@xn--caf-dma.com.br");
  EXPECT_EQ(parsed("a@xn--caf-dma.com"), "a@xn--caf-dma.com");
  EXPECT_EQ(parsed("a@localhost"), "a@localhost");
}

TEST(EmailAddress, is_one_account_for_both_spellings_of_an_international_domain) {
  EXPECT_EQ(parsed("ana@CAFE\u0301.com.br"), parsed("ana@xn--caf-dma.com.br"));
  EXPECT_NE(parsed("ana@\u0430pple.com"), parsed("ana@apple.com")) << "a Cyrillic letter";
}

TEST(EmailAddress, refuses_what_is_none) {
  for (const auto* text :
       {"", "@", "a", "a@", "@b", "a@b@c", "a b@c.d", "a@-b.c", "a@b-.c", "a@b..c", ".a@b.c", "a.@b.c",
        "a@b_c.d", "a@[127.0.0.1]", "\"a b\"@c.d", "<a@b.c>", "a@b.c,d@e.f"}) {
    EXPECT_EQ(parsed(text), "refused") << text;
  }
}

TEST(EmailAddress, refuses_line_breaks_that_would_write_mail_headers) {
  EXPECT_EQ(parsed("a@b.c\r\nBcc: d@e.f"), "refused");
  EXPECT_EQ(parsed("a\u2028b@c.d"), "refused");
  EXPECT_EQ(parsed(std::string_view("a\0b@c.d", 7)), "refused");
}

TEST(EmailAddress, refuses_letters_that_hide_or_turn_the_line_round) {
  for (const auto* text :
       {"a\u202eb@c.d", "a\u2066b@c.d", "a\u200bb@c.d", "a\u00ad@c.d", "a@c\u200d.d", "a\U000e0061@c.d"}) {
    EXPECT_EQ(parsed(text), "refused");
  }
}

TEST(EmailAddress, refuses_broken_utf8) {
  EXPECT_EQ(parsed("\xff@b.c"), "refused");
}

TEST(EmailAddress, has_at_most_255_characters_and_64_before_the_at) {
  const std::string label(60, 'd');
  const auto domain = label + "." + label + "." + label;
  EXPECT_NE(parsed(std::string(64, 'a') + "@" + domain), "refused");
  EXPECT_EQ(parsed(std::string(65, 'a') + "@" + domain), "refused");
  EXPECT_EQ(parsed(std::string(64, 'a') + "@" + domain + "." + label), "refused");
  EXPECT_EQ(parsed("a@" + std::string(64, 'd') + ".com"), "refused");
}

}  // namespace
}  // namespace mrbill::auth
