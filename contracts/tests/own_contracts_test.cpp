// Our own contracts through their emitted code: the limits of the specification's chapter 10, to
// the character.
#include <string>

#include <gtest/gtest.h>

#include <contract/auth.hpp>
#include <contract/catalog.hpp>
#include <contract/events.hpp>
#include <contract/languages.hpp>

namespace mrbill::contract {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// "" when it is good, else "pointer code" of the first error.
template <class Outcome>
std::string defect(const Outcome& outcome) {
  return outcome ? "" : outcome.error().front().pointer + " " + outcome.error().front().code;
}

std::string poc_with(const std::string& member) {
  return defect(catalog::parse_poc_content(R"({"name":"x",)" + member + "}"));
}

TEST(PocContent, takes_the_longest_texts_of_chapter_10_in_code_points) {
  EXPECT_EQ(defect(catalog::parse_poc_content(R"({"name":")" + repeated("😀", 100) + "\"}")), "");
  EXPECT_EQ(defect(catalog::parse_poc_content(R"({"name":")" + repeated("é", 101) + "\"}")),
            "/name too_long");
  EXPECT_EQ(poc_with(R"("language":")" + repeated("x", 50) + "\""), "");
  EXPECT_EQ(poc_with(R"("language":")" + repeated("x", 51) + "\""), "/language too_long");
  EXPECT_EQ(poc_with(R"("repositoryUrl":"https://h/)" + repeated("x", 245) + "\""), "");
  EXPECT_EQ(poc_with(R"("repositoryUrl":"https://h/)" + repeated("x", 246) + "\""),
            "/repositoryUrl too_long");
  EXPECT_EQ(poc_with(R"("tags":[")" + repeated("x", 51) + "\"]"), "/tags/0 too_long");
}

TEST(PocContent, needs_a_name_that_is_one_line_and_not_blank) {
  EXPECT_EQ(defect(catalog::parse_poc_content("{}")), "/name required");
  for (const auto* bad : {R"({"name":""})", R"({"name":" \u3000 "})", R"({"name":"a\nb"})",
                          R"({"name":"a\u0000"})", R"({"name":"\u2028a"})"}) {
    EXPECT_TRUE(defect(catalog::parse_poc_content(bad)).starts_with("/name ")) << bad;
  }
}

TEST(PocContent, refuses_addresses_that_a_browser_should_not_follow) {
  for (const auto* bad : {"javascript:alert(1)", "file:///etc/passwd", "ftp://h/x", "https://",
                          "https://h/a b", "//h", "data:,x"}) {
    EXPECT_TRUE(poc_with(std::string(R"("repositoryUrl":")") + bad + "\"").starts_with("/repositoryUrl "))
        << bad;
  }
}

TEST(PocContent, keeps_line_breaks_in_a_description_but_no_nul) {
  EXPECT_EQ(poc_with(R"("description":"a\n\tb")"), "");
  EXPECT_EQ(poc_with(R"("description":"a\u0000b")"), "/description pattern");
}

TEST(PocContent, allows_thirty_tags_without_comma_or_slash) {
  EXPECT_EQ(poc_with("\"tags\":[" + repeated("\"a\",", 29) + "\"a\"]"), "");
  EXPECT_EQ(poc_with("\"tags\":[" + repeated("\"a\",", 30) + "\"a\"]"), "/tags too_many");
  EXPECT_EQ(poc_with(R"("tags":["a,b"])"), "/tags/0 pattern");
  EXPECT_EQ(poc_with(R"("tags":["a/b"])"), "/tags/0 pattern");
}

TEST(CreateUserRequest, bounds_the_password_and_ignores_the_role) {
  const auto with = [](const std::string& password) {
    return defect(auth::parse_create_user_request(
        R"({"email":"a@b.c","fullName":"A","companyName":"B","role":"OWNER","password":")" + password +
        "\"}"));
  };
  EXPECT_EQ(with(repeated("é", 15)), "");
  EXPECT_EQ(with(repeated("x", 14)), "/password too_short");
  EXPECT_EQ(with(repeated("x", 129)), "/password too_long");
}

TEST(LogInResponse, leaves_the_refresh_token_out_where_a_cookie_carries_it) {
  EXPECT_EQ(to_json(auth::LogInResponse{.access_token = "a"}).find("refreshToken"), std::string::npos);
  EXPECT_NE(
      to_json(auth::LogInResponse{.access_token = "a", .refresh_token = "r"}).find(R"("refreshToken":"r")"),
      std::string::npos);
}

TEST(ImportRow, reads_a_line_of_the_sample_and_writes_it_back) {
  const std::string line =
      R"({"name":"misc","description":null,"repositoryUrl":"https://github.com/a/b/tree/master/misc","language":"Python",)"
      R"("tags":["python","flask"],"frameworks":["Flask"],"createdAt":"2010-12-12T18:53:48.000Z",)"
      R"("updatedAt":"2021-04-12T16:26:27.000Z","isPublic":true})";
  const auto row = catalog::parse_import_row(line);
  ASSERT_TRUE(row);
  EXPECT_EQ(to_json(*row), line);
}

TEST(Events, ignore_fields_that_a_newer_publisher_adds) {
  const auto event = events::parse_poc_changed(
      R"({"pocId":"0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11","userId":"0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e12","change":"updated",)"
      R"("changeSeq":7,"later":true})");
  ASSERT_TRUE(event);
  EXPECT_EQ(event->change, events::PocChange::updated);
  EXPECT_EQ(event->change_seq, 7);
}

TEST(Languages, are_found_by_name_and_alias_in_any_letter_case) {
  ASSERT_NE(find_language("GOLANG"), nullptr);
  EXPECT_EQ(find_language("GOLANG")->name, "Go");
  EXPECT_EQ(find_language("c++")->editor_id, "cpp");
  EXPECT_EQ(find_language("C#")->name, "C#");
  EXPECT_EQ(find_language("c")->name, "C");
  EXPECT_EQ(find_language("no such language"), nullptr);
  EXPECT_EQ(find_language(""), nullptr);
  for (const auto& language : languages())
    EXPECT_EQ(find_language(language.name), &language) << language.name;
}

}  // namespace
}  // namespace mrbill::contract
