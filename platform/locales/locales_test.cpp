#include <gtest/gtest.h>

#include <locales/accept_language.hpp>
#include <locales/languages.hpp>
#include <locales/zones.hpp>

namespace mrbill::locales {
namespace {

TEST(Zones, are_those_of_the_data_base) {
  for (const auto* name : {"America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Europe/Lisbon",
                           "Asia/Kolkata", "UTC", "Etc/GMT+3", "America/Fortaleza", "Brazil/East", "EST5EDT"})
    EXPECT_TRUE(is_zone(name)) << name;
}

TEST(Zones, are_no_abbreviations_rules_files_or_paths) {
  for (const auto* name : {"",
                           "BRT",
                           "UTC+3",
                           "UTC-03:00",
                           "GMT+3x",
                           "-03",
                           "Mars/Olympus",
                           "America",
                           "America/",
                           "/etc/passwd",
                           "../../etc/passwd",
                           "America//Sao_Paulo",
                           "EST5EDT,M3.2.0",
                           "localtime",
                           "posixrules",
                           "Factory",
                           "leapseconds",
                           "zone.tab",
                           "tzdata.zi",
                           "posix/UTC",
                           "right/UTC",
                           "america/sao_paulo",
                           "America/Sao Paulo"})
    EXPECT_FALSE(is_zone(name)) << name;
}

TEST(Zones, mean_the_same_in_postgresql) {
  for (const auto* name : {"CET", "EET", "MET", "WET"}) EXPECT_FALSE(is_zone(name)) << name;
}

TEST(Languages, are_named_by_well_formed_tags) {
  for (const auto* tag : {"pt", "pt-BR", "en", "zh-Hant-TW", "es-419", "sr-Latn-RS", "de-CH-1996",
                          "zh-cmn-Hans-CN", "pt-BR-u-ca-gregory", "en-x-team", "kok"})
    EXPECT_TRUE(is_tag(tag)) << tag;
  for (const auto* text : {"", "-", "--", "p", "pt-", "-pt", "pt--BR", "pt_BR", "português", "english", "x",
                           "pt-B", "pt-BR-u", "12", "pt-BR-", "pt BR", "e1", "a-DE"})
    EXPECT_FALSE(is_tag(text)) << text;
}

TEST(Languages, are_written_in_their_customary_case) {
  EXPECT_EQ(canonical_tag("PT-br"), "pt-BR");
  EXPECT_EQ(canonical_tag("ZH-hant-tw"), "zh-Hant-TW");
  EXPECT_EQ(canonical_tag("en-X-TEAM"), "en-x-team");
  EXPECT_EQ(canonical_tag("--"), std::nullopt);
}

TEST(Languages, nearest_to_ours_is_portuguese_for_every_portuguese_and_else_english) {
  for (const auto* tag : {"pt", "pt-BR", "PT-pt"}) EXPECT_EQ(nearest(tag), Language::portuguese) << tag;
  for (const auto* tag : {"en", "en-GB", "de-CH", "ptx", ""})
    EXPECT_EQ(nearest(tag), Language::english) << tag;
  EXPECT_EQ(spoken("de"), std::nullopt);
}

TEST(Languages, wanted_by_a_browser_are_taken_by_their_weights) {
  EXPECT_EQ(preferred_tag("pt-BR,pt;q=0.9"), "pt-BR");
  EXPECT_EQ(preferred_tag("pt-br"), "pt-BR");
  EXPECT_EQ(preferred_tag("en;q=0.5, pt-BR"), "pt-BR");
  EXPECT_EQ(preferred_tag("de-DE, en-GB;q=0.8, pt;q=0.7"), "en-GB");
  EXPECT_EQ(preferred_tag("pt;q=0, en;q=0.1"), "en");
  EXPECT_EQ(preferred_tag("en;Q=0.2,pt;Q=0.3"), "pt");
}

TEST(Languages, wanted_by_a_browser_are_none_where_we_speak_none_of_them) {
  for (const auto* field : {"", "de", "de, fr;q=0.5", "*", "--", "pt;q=2", "pt;q=x", ",,;", "p", "pt;q=1;x=2",
                            "pt;q=0.5;q=1", "pt;x=1;q=0.5", "pt;"})
    EXPECT_EQ(preferred_tag(field), std::nullopt) << field;
}

TEST(LanguageRanges, of_a_reader_are_read_in_their_order_without_the_malformed) {
  const std::vector<LanguageRange> wanted{{"pt-BR", 1000}, {"*", 1}, {"en", 0}};
  EXPECT_EQ(ranges_of(" pt-BR ,, fr;q=2, *;Q=0.001, de;level=1, it;q=1;x=2, en;q=0.000,;q=1"), wanted);
}

TEST(LanguageRanges, are_fifty_at_most) {
  std::string field = "pt";
  for (int i = 0; i < 60; ++i) field += ",de";
  EXPECT_EQ(ranges_of(field).size(), 50);
}

}  // namespace
}  // namespace mrbill::locales
