// What a search may cost: by what it finds, not by how much a company has written.
#include "adapters/xapian/budget.hpp"
#include "adapters/xapian/search_database.hpp"
#include "adapters/xapian/searching_fixture.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;

class SearchingMuch : public Searching {
 protected:
  // 100,000 words that nobody else has, in 2,500 POCs.
  void index_many_words() {
    constexpr const char* syllables[] = {"ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu"};
    XapianPocIndex many(folder / "index-1", XapianPocIndex::Open::empty);
    std::vector<Poc> pocs;
    for (int word = 0; word < 100'000; ++word) {
      if (word % 40 == 0) pocs.push_back(rows.add(fmt::format("poc {}", word / 40)));
      auto& text = pocs.back().content.description.emplace(pocs.back().content.description.value_or(""));
      for (int rest = word, i = 0; i < 5; ++i, rest /= 10) text += syllables[rest % 10];
      text += ' ';
    }
    many.apply(acme, pocs, 1);
    many.commit();
    database = Xapian::Database((folder / "index-1").string());
  }
  SearchResult search(const std::string& text, const Budget& budget) const {
    return search_database(database, asking(text), budget);
  }
  static Budget ample() { return {Deadline::in(std::chrono::minutes(1)), {}}; }
  Xapian::Database database;
};

TEST_F(SearchingMuch, corrects_among_a_hundred_thousand_words_without_reading_them_all) {
  index_many_words();
  const auto one_wrong = ample();
  EXPECT_GE(search("bacedxfogu", one_wrong).total, 1);
  const auto unknown = ample();
  EXPECT_EQ(search("quetzalcoatl", unknown).total, 0);
  const auto ten_unknown = ample();
  static_cast<void>(search(
      "quetzalcoatl acquisition layoffs kernels zzzzzzzz xxxxxxxxx wwwwwwww yyyyyyyyy vvvvvvvv qqqqqqqq",
      ten_unknown));
  EXPECT_LT(one_wrong.steps(), 20'000U);
  EXPECT_LT(unknown.steps(), 20'000U);
  EXPECT_LT(ten_unknown.steps(), 100'000U);
}

TEST_F(SearchingMuch, ends_when_its_time_is_over_or_its_caller_has_gone) {
  index_many_words();
  const Budget over(Deadline::in(std::chrono::milliseconds(0)), {});
  EXPECT_THROW(static_cast<void>(search("b", over)), BudgetSpent);
  std::stop_source caller;
  const Budget left(Deadline::in(std::chrono::minutes(1)), caller.get_token());
  EXPECT_GT(search("ba", left).total, 1'000);
  caller.request_stop();
  EXPECT_THROW(static_cast<void>(search("ba", left)), BudgetSpent);
}

TEST_F(SearchingMuch, stands_back_behind_others_when_it_takes_long_and_is_answered_all_the_same) {
  add("tool");
  index();
  const auto begun_again = [this](std::chrono::milliseconds usual_go) {
    metrics::Registry figures;
    auto quick = options();
    quick.usual_go = usual_go;
    XapianPocSearch search(quick, figures);
    EXPECT_EQ(found(search, asking("tool")).total, 1);
    return figures.expose().find("searches_begun_again_total 1") != std::string::npos;
  };
  EXPECT_TRUE(begun_again(std::chrono::milliseconds(0)));
  EXPECT_FALSE(begun_again(std::chrono::minutes(1)));
}

TEST_F(SearchingMuch, tells_that_it_took_too_long_and_goes_on_serving) {
  add("tool");
  index();
  XapianPocSearch served(options(), registry);
  auto late = asking("tool");
  late.deadline = Deadline::in(std::chrono::milliseconds(0));
  const auto refused = testing::run(io, served.find(late));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, SearchRefusalCode::search_timeout);
  EXPECT_EQ(found(served, asking("tool")).total, 1);
}

}  // namespace
}  // namespace mrbill::catalog
