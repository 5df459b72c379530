#include "domain/preferences.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

const Preferences installation{"pt-BR", "America/Sao_Paulo"};

std::string locale_of(const RequestedPreferences& requested) {
  return preferences_of(requested, installation).locale;
}

TEST(Preferences, are_what_a_newcomer_asks_for) {
  const auto got = preferences_of({"EN-gb", "Europe/London", "pt-BR"}, installation);
  EXPECT_EQ(got.locale, "en-GB");
  EXPECT_EQ(got.time_zone, "Europe/London");
}

TEST(Preferences, are_else_what_the_browser_asks_for) {
  EXPECT_EQ(locale_of({{}, {}, "en-US,en;q=0.9,pt;q=0.1"}), "en-US");
  EXPECT_EQ(locale_of({{}, {}, "de,pt-PT;q=0.4"}), "pt-PT");
}

TEST(Preferences, are_else_the_installations) {
  EXPECT_EQ(locale_of({}), "pt-BR");
  EXPECT_EQ(locale_of({{}, {}, "de"}), "pt-BR");
  EXPECT_EQ(preferences_of({}, installation).time_zone, "America/Sao_Paulo");
  EXPECT_EQ(preferences_of({"--", "BRT"}, installation).locale, "pt-BR");
  EXPECT_EQ(preferences_of({"--", "BRT"}, installation).time_zone, "America/Sao_Paulo");
}

}  // namespace
}  // namespace mrbill::auth
