#include <array>

#include <gtest/gtest.h>

#include <http/language.hpp>

namespace mrbill::http {
namespace {

constexpr std::array<std::string_view, 2> offered{"en", "pt-BR"};

std::string_view preferred(std::string_view accept_language) {
  const auto found = preferred_language(accept_language, offered);
  return found ? offered[*found] : std::string_view("none");
}

TEST(Language, is_the_one_with_the_highest_quality) {
  EXPECT_EQ(preferred("pt-BR,pt;q=0.9,en-US;q=0.8,en;q=0.7"), "pt-BR");
  EXPECT_EQ(preferred("en;q=0.2, pt;q=0.9"), "pt-BR");
  EXPECT_EQ(preferred("pt;q=0.2, en;q=0.9"), "en");
  EXPECT_EQ(preferred("fr, pt-BR;q=0.001"), "pt-BR");
  EXPECT_EQ(preferred("pt;q=0.85, en;q=0.849"), "pt-BR");
}

TEST(Language, does_not_care_for_letter_case) {
  EXPECT_EQ(preferred("PT-br"), "pt-BR");
  EXPECT_EQ(preferred("EN-us;Q=0.5, Pt;q=0.4"), "en");
}

TEST(Language, is_the_first_named_of_equals) {
  EXPECT_EQ(preferred("pt, en"), "pt-BR");
  EXPECT_EQ(preferred("en, pt"), "en");
}

TEST(Language, is_a_relative_where_there_is_no_better_one) {
  EXPECT_EQ(preferred("pt-PT"), "pt-BR");
  EXPECT_EQ(preferred("de, en-GB;q=0.8, pt-PT;q=0.9"), "pt-BR");
  EXPECT_EQ(preferred("pto"), "none");
}

TEST(Language, that_is_refused_is_not_spoken) {
  EXPECT_EQ(preferred("pt;q=0, en"), "en");
  EXPECT_EQ(preferred("pt-BR;q=0, *"), "en");
  EXPECT_EQ(preferred("en;q=0, *;q=0.1"), "pt-BR");
  EXPECT_EQ(preferred("en;q=0.000"), "none");
}

TEST(Language, is_not_guessed_from_what_is_malformed_or_another) {
  for (auto field : {"", "fr, de", ",;,", "pt;q=2", "pt;q=1.1", "pt;q=", "pt;q=0.1234", "pt;x=1", ";q=1",
                     "pt;q=-1", "pt;q=1;x=2", "pt;q=0.5;q=1", "pt;x=1;q=0.5", "pt;"}) {
    EXPECT_EQ(preferred(field), "none") << field;
  }
}

}  // namespace
}  // namespace mrbill::http
