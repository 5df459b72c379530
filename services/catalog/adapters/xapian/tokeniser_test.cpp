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

TEST(Tokeniser, splits_at_what_is_no_letter_or_digit) {
  EXPECT_THAT(words("study-scala_streams/2 (old)"), ElementsAre("study", "scala", "streams", "2", "old"));
}
TEST(Tokeniser, keeps_cpp_csharp_and_dot_net_as_words) {
  EXPECT_THAT(words("C++ and c#, F#; .NET"), ElementsAre("c++", "and", "c#", "f#", ".net"));
  EXPECT_THAT(words("g++ on .net."), ElementsAre("g++", "on", ".net"));
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
TEST(Tokeniser, gives_each_ideograph_alone) {
  EXPECT_THAT(words("日本 go"), ElementsAre("日", "本", "go"));
}
TEST(Tokeniser, finds_nothing_where_there_is_no_word) {
  EXPECT_THAT(words("-- !? ++ # 🚀"), IsEmpty());
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
  EXPECT_TRUE(tokens[3].part);
}

}  // namespace
}  // namespace mrbill::catalog
