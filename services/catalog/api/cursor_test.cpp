#include "api/cursor.hpp"

#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

const Cursors cursors(sha256("secret"));
const PocId some_id = *PocId::parse("0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e13");

}  // namespace

TEST(Cursors, lead_back_to_where_they_were_made) {
  for (const PageCursor& cursor :
       {PageCursor{2, std::uint32_t{40}},
        PageCursor{7, PocPosition{Timestamp(std::chrono::microseconds(-5)), some_id}},
        PageCursor{3, PocPosition{std::string("a name: é, \t"), some_id}},
        PageCursor{3, PocPosition{std::string(), some_id}},
        PageCursor{4, SearchPosition{{Timestamp(std::chrono::microseconds(7)), some_id},
                                     10'017.123456789012345,
                                     Reading::forgiving,
                                     {WordReading::apart, WordReading::corrected},
                                     {4'138, 1, 0}}},
        PageCursor{5, SearchPosition{{std::string("Ação\tx"), some_id}}}}) {
    EXPECT_EQ(cursors.open(cursors.seal(cursor, "ana's query"), "ana's query"), cursor);
  }
}

TEST(Cursors, are_never_longer_than_the_contract_allows) {
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "🚀";
  EXPECT_LE(cursors.seal({1'000'000'000, SearchPosition{{longest, some_id}}}, "q").size(), 1024U);
  SearchPosition by_relevance{{Timestamp::max(), some_id}, 1e300};
  by_relevance.counted.assign(33, 10'000'000);
  EXPECT_LE(cursors.seal({1'000'000'000, by_relevance}, "q").size(), 1024U);
}

TEST(Cursors, are_good_for_one_query_of_one_person_only) {
  const auto text = cursors.seal({2, std::uint32_t{40}}, "ana's query");
  EXPECT_FALSE(cursors.open(text, "ben's query"));
  EXPECT_FALSE(Cursors(sha256("another secret")).open(text, "ana's query"));
}

TEST(Cursors, are_refused_when_a_letter_differs) {
  const auto text = cursors.seal({2, std::uint32_t{40}}, "q");
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto forged = text;
    forged[i] = forged[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(cursors.open(forged, "q")) << i;
  }
  for (auto forged : {"", ".", "a.b", "no dot"}) EXPECT_FALSE(cursors.open(forged, "q"));
}

}  // namespace mrbill::catalog
