#include "adapters/xapian/tokeniser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& token : tokenise(text)) out.push_back(token.word);
  return out;
}
std::vector<std::string> joined(std::string_view text, Joins joins) {
  std::vector<std::string> out;
  for (const auto& token : tokenise(text, joins)) {
    if (token.kind == Token::Kind::joined) out.push_back(token.word);
  }
  return out;
}

TEST(Tokeniser, splits_at_what_is_no_letter_or_digit) {
  EXPECT_THAT(words("study-scala_streams/2 (old)"), ElementsAre("study", "scala", "streams", "2", "old"));
}
TEST(Tokeniser, keeps_cpp_csharp_and_dot_net_as_words) {
  EXPECT_THAT(words("C++ and c#, F#; .NET"), ElementsAre("c++", "and", "c#", "f#", "net"));
  EXPECT_THAT(words("g++ on .net."), ElementsAre("g++", "on", "net"));
  for (const auto* closed : {"C++", "c#", ".NET"}) EXPECT_TRUE(tokenise(closed).at(0).closed) << closed;
}
TEST(Tokeniser, gives_a_version_behind_a_sign_as_a_whole_and_apart) {
  EXPECT_THAT(words("C++20"), ElementsAre("c++20", "c++", "20"));
  EXPECT_THAT(words("c#12"), ElementsAre("c#12", "c#", "12"));
  EXPECT_THAT(words(".NET8"), ElementsAre("net", "8"));
}
TEST(Tokeniser, lets_net_meet_dotnet_and_dot_net) {
  EXPECT_THAT(words("dotnet"), ElementsAre("dotnet", "net"));
  EXPECT_THAT(words("net"), ElementsAre("net"));
  EXPECT_THAT(words("ASP.NET"), ElementsAre("asp", "net"));
}
TEST(Tokeniser, does_not_see_them_inside_other_words) {
  EXPECT_THAT(words("asp.net"), ElementsAre("asp", "net"));
  EXPECT_THAT(words("a++b"), ElementsAre("a", "b"));
  EXPECT_THAT(words("issue#3"), ElementsAre("issue", "3"));
  EXPECT_THAT(words(".netty"), ElementsAre("netty"));
}
TEST(Tokeniser, gives_camel_case_as_a_whole_and_in_parts) {
  EXPECT_THAT(words("MyRayTracer"), ElementsAre("myraytracer", "my", "ray", "tracer"));
  EXPECT_THAT(words("XMLParser"), ElementsAre("xmlparser", "xml", "parser"));
  EXPECT_THAT(words("Java"), ElementsAre("java"));
  EXPECT_THAT(words("JSON"), ElementsAre("json"));
}
TEST(Tokeniser, folds_accents_and_case) {
  EXPECT_THAT(words("Ação ÉTÉ"), ElementsAre("acao", "ete"));
}
TEST(Tokeniser, gives_neighbours_and_each_letter_of_scripts_without_blanks) {
  EXPECT_THAT(words("日本語 go"), ElementsAre("日", "日本", "本", "本語", "語", "go"));
  EXPECT_THAT(words("日"), ElementsAre("日"));
  EXPECT_THAT(words("ไทย"), ElementsAre("ไ", "ไท", "ท", "ทย", "ย"));
}
TEST(Tokeniser, reads_narrow_kana_as_wide_ones) {
  EXPECT_EQ(words("ｶﾞｲﾄﾞ"), words("ガイド"));
}
TEST(Tokeniser, goes_on_behind_letters_that_nobody_sees) {
  for (const auto* unseen : {"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"})
    EXPECT_THAT(words(std::string("Ge") + unseen + "samt"), ElementsAre("gesamt"));
}
TEST(Tokeniser, gives_emoji_as_words) {
  EXPECT_THAT(words("🚀 rocket"), ElementsAre("🚀", "rocket"));
  EXPECT_THAT(words("👩\u200d💻"), ElementsAre("👩", "💻"));
  EXPECT_THAT(words("🇧🇷☎️"), ElementsAre("🇧🇷", "☎"));
}
TEST(Tokeniser, joins_neighbours_where_a_sign_is_between_them) {
  EXPECT_THAT(joined("a micro-services demo", Joins::signs), ElementsAre("microservices"));
  EXPECT_THAT(joined("node.js/x", Joins::signs), ElementsAre("nodejs", "jsx", "nodejsx"));
  EXPECT_THAT(joined("end. New", Joins::signs), IsEmpty());
}
TEST(Tokeniser, joins_neighbours_over_blanks_where_these_count) {
  EXPECT_THAT(joined("Red Bull", Joins::blanks), ElementsAre("redbull"));
  EXPECT_THAT(joined("my red-bull tool", Joins::blanks),
              ElementsAre("redbull", "myred", "bulltool", "myredbulltool"));
  EXPECT_THAT(joined("covid-19", Joins::blanks), ElementsAre("covid19"));
}
TEST(Tokeniser, tells_where_joined_words_stand) {
  const auto tokens = tokenise("a Red Bull", Joins::blanks);
  EXPECT_EQ(tokens.at(4).word, "redbull");
  EXPECT_EQ(tokens.at(4).begin, 2U);
  EXPECT_EQ(tokens.at(4).end, 10U);
}
TEST(Tokeniser, squeezes_a_name_to_its_letters) {
  EXPECT_EQ(squeezed("Red-Bull scraper!"), "redbullscraper");
  EXPECT_EQ(squeezed("C++ & C#"), "c++c#");
  EXPECT_EQ(squeezed("???"), "");
}
TEST(Tokeniser, finds_nothing_where_there_is_no_word) {
  EXPECT_THAT(words("-- !? ++ #"), IsEmpty());
}
TEST(Tokeniser, cuts_endless_words_at_a_characters_border) {
  std::string endless;
  for (int i = 0; i < 100; ++i) endless += "ж";
  EXPECT_EQ(words(endless).at(0).size(), 64U);
  EXPECT_EQ(words("a" + endless).at(0).size(), 63U);
}
TEST(Tokeniser, tells_where_each_word_stands_in_bytes) {
  const auto tokens = tokenise("é RayTracer");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[1].begin, 3U);
  EXPECT_EQ(tokens[1].end, 12U);
  EXPECT_EQ(tokens[3].begin, 6U);
  EXPECT_EQ(tokens[3].kind, Token::Kind::part);
}

}  // namespace
}  // namespace mrbill::catalog
