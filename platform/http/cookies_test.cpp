#include <gtest/gtest.h>

#include <http/cookies.hpp>

namespace mrbill::http {
namespace {

std::optional<std::string> read(std::initializer_list<std::string> lines, std::string_view name) {
  Headers headers;
  for (const auto& line : lines) headers.add("Cookie", line);
  return cookie(headers, name);
}

TEST(Cookie, is_found_among_others) {
  EXPECT_EQ(read({"a=1; token=abc; b=2"}, "token"), "abc");
  EXPECT_EQ(read({"a=1", "token=x=y"}, "token"), "x=y");
  EXPECT_EQ(read({"token=\"abc\""}, "token"), "abc");
  EXPECT_EQ(read({"token="}, "token"), "");
}

TEST(Cookie, is_not_guessed) {
  EXPECT_EQ(read({}, "token"), std::nullopt);
  EXPECT_EQ(read({"Token=abc; xtoken=1; token"}, "token"), std::nullopt);
  EXPECT_EQ(read({"token=a; token=b"}, "token"), std::nullopt) << "somebody put a second one beside ours";
  EXPECT_EQ(read({"token=a", "token=a"}, "token"), "a");
  EXPECT_EQ(read({"token=a\\b"}, "token"), std::nullopt);
}

TEST(SetCookie, is_always_out_of_reach_of_scripts_and_plain_http) {
  EXPECT_EQ(
      set_cookie({.name = "t", .value = "abc", .path = "/api/v1/auth", .max_age = std::chrono::hours(1)}),
      "t=abc; Path=/api/v1/auth; Max-Age=3600; HttpOnly; Secure; SameSite=Strict");
  EXPECT_EQ(
      set_cookie({.name = "t", .value = "", .max_age = std::chrono::seconds(0), .same_site = SameSite::lax}),
      "t=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax");
}

TEST(SetCookieDeathTest, never_carries_a_character_that_ends_it) {
  EXPECT_DEATH(static_cast<void>(set_cookie({.name = "t", .value = "a; Domain=evil"})), "base64url");
}

}  // namespace
}  // namespace mrbill::http
