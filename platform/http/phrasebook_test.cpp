#include <array>

#include <gtest/gtest.h>

#include <http/phrasebook.hpp>
#include <http/problem.hpp>

namespace mrbill::http {
namespace {

constexpr std::array<Phrase, 3> problems{
    {{"gone", "It is gone.", "Sumiu."},
     {"invalid_request", "{} things are wrong.", "{} coisas estão erradas."},
     {"stale", "It was changed.", "Foi alterado."}}};
constexpr std::array<Phrase, 4> fields{
    {{"enum", "must be one of {}", "deve ser um destes: {}"},
     {"range", "must be between {} and {}", "deve ficar entre {} e {}"},
     {"range", "must be now", "deve ser agora"},
     {"too_long", "must be at most {} characters long", "deve ter no máximo {} caracteres"}}};
constexpr std::array<Phrase, 1> failures{{{"time_limit", "It took longer.", "Demorou."}}};
constexpr Phrasebook book{"pt-BR", problems, fields, failures};

Request request_of(std::string accept_language, std::string locale) {
  Request request;
  if (!accept_language.empty()) request.headers.set("Accept-Language", std::move(accept_language));
  request.principal = Principal{};
  request.principal->locale = std::move(locale);
  return request;
}

TEST(Phrasebook, fills_in_what_differs) {
  EXPECT_EQ(translated(fields, "range", "must be between -3 and 4.5"), "deve ficar entre -3 e 4.5");
  EXPECT_EQ(translated(fields, "range", "must be now"), "deve ser agora");
  EXPECT_EQ(translated(fields, "enum", "must be one of a, b and c"), "deve ser um destes: a, b and c");
  EXPECT_EQ(translated(fields, "too_long", "must be at most 50 characters long"),
            "deve ter no máximo 50 caracteres");
}

TEST(Phrasebook, knows_a_sentence_under_its_own_code_only) {
  EXPECT_FALSE(translated(fields, "range", "must be one of a, b"));
  EXPECT_FALSE(translated(fields, "range", "must be between 3 and "));
  EXPECT_FALSE(translated(fields, "too_long", "must be at most 50 characters longer"));
  EXPECT_FALSE(translated(fields, "nothing", "must be now"));
}

TEST(Phrasebook, says_a_problem_and_its_fields_and_leaves_codes_pointers_and_members_of_its_own) {
  auto response =
      problem_of(ErrorCode::invalid_request, "2 things are wrong.",
                 {{"/a", "too_long", "must be at most 3 characters long"}, {"/b", "odd", "is odd"}});
  speak(response, &book);
  add_request_id(response, "id-1");
  EXPECT_EQ(
      response.body,
      R"({"type":"https://mrbill.dev/problems/invalid_request","title":"Bad Request","status":400,)"
      R"("code":"invalid_request","detail":"2 coisas estão erradas.","errors":[{"pointer":"/a","code":"too_long",)"
      R"("detail":"deve ter no máximo 3 caracteres"},{"pointer":"/b","code":"odd","detail":"is odd"}],"requestId":"id-1"})");
  EXPECT_EQ(response.headers.get_or("Content-Language", ""), "pt-BR");
  auto own = problem_of(ErrorCode::stale, "It was changed.");
  add_members(own, R"("tenants":[{"detail":"It was changed."}])");
  speak(own, &book);
  EXPECT_TRUE(own.body.ends_with(R"("detail":"Foi alterado.","tenants":[{"detail":"It was changed."}]})"));
}

TEST(Phrasebook, tells_english_where_it_knows_no_other_sentence_or_is_not_asked) {
  auto unknown = problem_of(ErrorCode::stale, "It was changed, somehow.");
  speak(unknown, &book);
  EXPECT_EQ(unknown.headers.get_or("Content-Language", ""), "en");
  auto english = problem_of(ErrorCode::stale, "It was changed.");
  speak(english, nullptr);
  EXPECT_EQ(english.headers.get_or("Content-Language", ""), "en");
  EXPECT_TRUE(english.body.find("It was changed.") != std::string::npos);
}

TEST(Phrasebook, leaves_alone_what_is_no_problem_or_tells_its_language_itself) {
  auto fine = json_response(200, R"({"code":"stale","detail":"It was changed."})");
  speak(fine, &book);
  EXPECT_FALSE(fine.headers.find("Content-Language"));
  auto told = problem_of(ErrorCode::stale, "It was changed.");
  told.headers.set("Content-Language", "en");
  speak(told, &book);
  EXPECT_TRUE(told.body.find("It was changed.") != std::string::npos);
}

TEST(Phrasebook, is_wanted_by_who_prefers_its_language) {
  EXPECT_EQ(wants(book, "pt"), true);
  EXPECT_EQ(wants(book, "en, pt;q=0.5"), false);
  EXPECT_EQ(wants(book, "fr"), std::nullopt);
}

TEST(Reader, is_told_what_was_kept_in_english_in_the_language_that_the_request_or_else_the_profile_names) {
  for (const auto& [asked, locale] : {std::pair("pt-BR", "en"), {"", "pt-PT"}, {"fr", "pt-BR"}}) {
    const Reader reader(book, request_of(asked, locale));
    EXPECT_EQ(reader.failure("time_limit", "It took longer."), "Demorou.") << asked << locale;
    EXPECT_EQ(reader.field("enum", "must be one of a, b"), "deve ser um destes: a, b") << asked << locale;
  }
  for (const auto& [asked, locale] : {std::pair("en", "pt-BR"), {"", "en"}, {"fr", ""}}) {
    const Reader reader(book, request_of(asked, locale));
    EXPECT_EQ(reader.failure("time_limit", "It took longer."), "It took longer.") << asked << locale;
    EXPECT_EQ(reader.field("range", "must be now"), "must be now") << asked << locale;
  }
}

TEST(Reader, is_told_a_sentence_that_nobody_knows_as_it_was_kept) {
  const Reader reader(book, request_of("pt-BR", ""));
  EXPECT_EQ(reader.failure("time_limit", "An older sentence."), "An older sentence.");
  EXPECT_EQ(reader.field("odd", "is cut off somew…"), "is cut off somew…");
}

}  // namespace
}  // namespace mrbill::http
