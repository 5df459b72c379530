#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <http/links.hpp>
#include <http/percent.hpp>
#include <http/query.hpp>

namespace mrbill::http {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(Query, is_decoded_in_the_order_sent) {
  EXPECT_THAT(parse_query("page=2&tags=c%2B%2B,sql&q=a+b&empty=&bare&page=3").value(),
              ElementsAre(Pair("page", "2"), Pair("tags", "c++,sql"), Pair("q", "a b"), Pair("empty", ""),
                          Pair("bare", ""), Pair("page", "3")));
  EXPECT_TRUE(parse_query("").value().empty());
  EXPECT_THAT(parse_query("&&a=b=c&").value(), ElementsAre(Pair("a", "b=c")));
  EXPECT_THAT(parse_query("n%61me=%C3%A4").value(), ElementsAre(Pair("name", "\xc3\xa4")));
}

std::string value_of(std::string_view sent) {
  return parse_query("a=" + std::string(sent)).value().front().second;
}

TEST(Query, takes_a_plus_for_a_plus_where_a_blank_would_part_nothing) {
  EXPECT_EQ(value_of("C++"), "C++");
  EXPECT_EQ(value_of("g++,C%23"), "g++,C#");
  EXPECT_EQ(value_of("A+,B"), "A+,B");
  EXPECT_EQ(value_of("+1"), "+1");
  EXPECT_EQ(value_of("+"), " ");
  EXPECT_EQ(value_of("c%2B%2B+and+rust"), "c++ and rust");
  EXPECT_EQ(value_of("orbot+simulater"), "orbot simulater") << "URLSearchParams";
}

TEST(Query, of_a_form_has_blanks_for_all_pluses) {
  EXPECT_THAT(parse_form("a=b+&c=+%2B").value(), ElementsAre(Pair("a", "b "), Pair("c", " +")));
}

TEST(Query, names_the_parameter_that_is_wrong) {
  EXPECT_EQ(parse_query("page=%").error().pointer, "query:page");
  EXPECT_EQ(parse_query("page=%4").error().code, "format");
  EXPECT_EQ(parse_query("page=%zz").error().pointer, "query:page");
  EXPECT_EQ(parse_query("page=%ff").error().pointer, "query:page") << "not UTF-8";
  EXPECT_EQ(parse_query("page=%ed%a0%80").error().pointer, "query:page") << "a surrogate";
  EXPECT_EQ(parse_query("page=%00").error().pointer, "query:page");
  EXPECT_EQ(parse_query("p%age=1").error().pointer, "query");
  EXPECT_EQ(parse_query("=1").error().code, "format");
}

TEST(Query, is_bounded) {
  std::string many;
  for (int i = 0; i < 101; ++i) many += "a=b&";
  EXPECT_EQ(parse_query(many).error().code, "too_many");
}

TEST(Percent, keeps_the_unreserved_and_reads_back_all_bytes) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_EQ(percent_decoded(percent_encoded(bytes)), bytes);
  EXPECT_EQ(percent_encoded("aZ09-._~ /+"), "aZ09-._~%20%2F%2B");
  for (auto bad : {"%", "%a", "%g0", "%0g", "a%"}) EXPECT_EQ(percent_decoded(bad), std::nullopt) << bad;
}

TEST(LinkHeader, replaces_and_drops_parameters) {
  LinkHeader links("/api/v1/pocs", {{"page", "2"}, {"tags", "c++"}, {"cursor", "old"}});
  EXPECT_EQ(links.value(), "");
  links.add("next", {{"cursor", "n=w"}}, {"page"});
  links.add("first", {}, {"page", "cursor"});
  EXPECT_EQ(
      links.value(),
      "</api/v1/pocs?tags=c%2B%2B&cursor=n%3Dw>; rel=\"next\", </api/v1/pocs?tags=c%2B%2B>; rel=\"first\"");
}

}  // namespace
}  // namespace mrbill::http
