#include <string>

#include <gtest/gtest.h>

#include <json/format.hpp>
#include <json/pattern.hpp>

namespace mrbill::json {
namespace {

TEST(Format, knows_an_email_address) {
  for (const auto* good : {"a@b", "ana@example.com", "a.b+c@sub.example.co", "o'neil@x-y.org", "1@1.1"}) {
    EXPECT_TRUE(is_email(good)) << good;
  }
  for (const auto* bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", ".a@b", "a.@b", "a..b@c", "a@-b", "a@b-",
                          "a@b..c", "a@b.", "\"a\"@b", "a@[1.2.3.4]", "é@b", "a@b\n", "<a@b>", "a@b,c@d"}) {
    EXPECT_FALSE(is_email(bad)) << bad;
  }
  EXPECT_TRUE(is_email(std::string(64, 'a') + "@b"));
  EXPECT_FALSE(is_email(std::string(65, 'a') + "@b"));
  EXPECT_FALSE(is_email("a@" + std::string(64, 'b')));
}

TEST(Format, knows_an_address_at_an_international_host_and_looks_past_blanks) {
  for (const auto* good :
       {"ana@a\u00e7a\u00ed.com.br", "ana@xn--aa-qja8d.com.br", " ana@example.com ", "ana@example.com\n"})
    EXPECT_TRUE(is_idn_email(good)) << good;
  for (const auto* bad : {"", " ", "a b@c", "a@b c", "\u00e9@b", "a@b..c", "a@-b", "a@b@c", "a@\u202eb"})
    EXPECT_FALSE(is_idn_email(bad)) << bad;
}

TEST(Format, knows_addresses_of_code_and_nothing_that_a_browser_would_run) {
  for (const auto* good : {"https://a.b/c", "HTTPS://A.b", "http://olá.example/ü", "ssh://git@h/x",
                           "git://h/x", "git+ssh://h/x", "git@github.com:ana/poc.git"})
    EXPECT_TRUE(has_format(Format::repository_address, good)) << good;
  for (const auto* bad : {"", "https://", "https:", "javascript:alert(1)", "javascript:a@b:c", "data:,x",
                          "file:///etc/passwd", "ftp://h/x", "//h", "@h:x", "a@:x", "a/b@h:x", "h/x"})
    EXPECT_FALSE(has_format(Format::repository_address, bad)) << bad;
}

TEST(Format, knows_time_zones_and_language_tags) {
  EXPECT_TRUE(has_format(Format::time_zone, "America/Sao_Paulo"));
  EXPECT_FALSE(has_format(Format::time_zone, "BRT"));
  EXPECT_TRUE(has_format(Format::language_tag, "pt-BR"));
  EXPECT_FALSE(has_format(Format::language_tag, "--"));
}

TEST(Format, knows_a_uri) {
  for (const auto* good : {"https://github.com/a/b", "http://x:8080/?q=%20#f", "ssh://git@host/x.git",
                           "urn:isbn:1", "https://[::1]:80/", "HTTPS://EXAMPLE.com"}) {
    EXPECT_TRUE(is_uri(good)) << good;
  }
  for (const auto* bad : {"", "x", "/a", "//h/a", "1http://x", "http://", "http:///a", "http://:80",
                          "http://a b", "http://a/\"", "http://a/%2", "http://a/%zz", "http://é",
                          "http://a#b#c", "http://[]", "http://a:x/", "http://a\n"}) {
    EXPECT_FALSE(is_uri(bad)) << bad;
  }
}

constexpr CharacterRange characters[] = {{'a', 'z'}};
constexpr CharacterRange dash[] = {{'-', '-'}};
constexpr CharacterRange emoji[] = {{0x1F600, 0x1F64F}};

TEST(Pattern, matches_the_whole_text_only) {
  constexpr PatternItem items[] = {
      {characters, false, false, true}, {dash, false, true, false}, {characters, false, false, false}};
  const Pattern pattern{items, "^[a-z]+-?[a-z]$"};
  for (const auto* good : {"ab", "a-b", "abc-d", "abcd"}) EXPECT_TRUE(matches(pattern, good)) << good;
  for (const auto* bad : {"", "a", "a-", "a-bc", "a--b", "Ab", "ab "})
    EXPECT_FALSE(matches(pattern, bad)) << bad;
}

TEST(Pattern, sees_code_points_and_what_is_not_in_a_class) {
  constexpr PatternItem one[] = {{emoji, false, false, false}};
  EXPECT_TRUE(matches({one, ""}, "😀"));
  EXPECT_FALSE(matches({one, ""}, "😀😀"));
  constexpr PatternItem others[] = {{emoji, true, true, true}};
  EXPECT_TRUE(matches({others, ""}, "é, ü"));
  EXPECT_TRUE(matches({others, ""}, ""));
  EXPECT_FALSE(matches({others, ""}, "a😀"));
}

TEST(Pattern, takes_no_longer_for_texts_that_make_backtracking_explode) {
  constexpr PatternItem item{characters, false, true, true};
  constexpr PatternItem items[] = {
      item, item, item, item, item, item, item, item, item, item, {dash, false, false, false}};
  EXPECT_FALSE(matches({items, ""}, std::string(100'000, 'a')));
}

}  // namespace
}  // namespace mrbill::json
