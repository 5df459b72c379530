#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <http/page_words.hpp>

namespace mrbill::http {
namespace {

TEST(PageWords, are_set_in_one_layout_with_three_holes) {
  for (auto hole : {"{language}", "{title}", "{content}"})
    EXPECT_THAT(page_layout, ::testing::HasSubstr(hole));
}

TEST(PageWords, are_english_for_who_reads_it_and_portuguese_for_all_others) {
  EXPECT_EQ(page_words("en").to_start, "To Mr Bill");
  EXPECT_EQ(page_words("pt-BR").to_start, "Ir para o Mr Bill");
  EXPECT_EQ(page_words("fr").to_start, "Ir para o Mr Bill");
}

TEST(PageWords, say_by_the_status_what_there_is_to_do) {
  const auto& english = page_words("en");
  for (unsigned status : {408U, 429U, 500U, 503U}) {
    EXPECT_TRUE(passes_soon(status)) << status;
    EXPECT_EQ(page_title_of(status, english), "That did not work just now") << status;
  }
  EXPECT_EQ(page_title_of(404, english), "There is nothing here");
  for (unsigned status : {400U, 405U, 413U, 499U}) {
    EXPECT_FALSE(passes_soon(status)) << status;
    EXPECT_EQ(page_title_of(status, english), "That cannot be done here") << status;
  }
}

}  // namespace
}  // namespace mrbill::http
