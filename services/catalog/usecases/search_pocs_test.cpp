#include "usecases/search_pocs.hpp"

#include "usecases/count_facets.hpp"
#include "usecases/usecase_fixture.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;

// An index that stands still until a test moves it. It remembers what it was asked.
class FakeSearch final : public PocSearch {
 public:
  Result<std::unique_ptr<SearchPlace>, SearchRefusal> admit(TenantId /*tenant*/) override {
    if (refusal) return fail(*refusal);
    return std::make_unique<SearchPlace>();
  }
  Task<std::int64_t> watermark(TenantId /*tenant*/) override { co_return mark; }
  Task<bool> wait_for(TenantId /*tenant*/, std::int64_t change_seq, Deadline /*deadline*/) override {
    waited_for = change_seq;
    if (catches_up) mark = change_seq;
    co_return catches_up;
  }
  Task<Result<SearchResult, SearchRefusal>> find(SearchRequest request) override {
    asked = request;
    SearchResult result{.hits = hits, .total = static_cast<std::int64_t>(hits.size()), .next = next};
    result.corrections = {{"wrds", {"words"}}};
    if (request.facets) result.facets = Facets{.languages = {{"Go", 2}, {"C++", 1}}};
    co_return result;
  }

  std::int64_t mark = 0;
  bool catches_up = true;
  std::optional<std::int64_t> waited_for;
  std::optional<SearchRefusal> refusal;
  std::vector<Hit> hits;
  std::optional<SearchPosition> next;
  std::optional<SearchRequest> asked;
};

std::vector<std::int64_t> versions(const std::vector<Poc>& pocs) {
  std::vector<std::int64_t> all;
  for (const auto& poc : pocs) all.push_back(poc.change_seq);
  return all;
}

}  // namespace

class SearchPocsTest : public UseCaseTest {
 protected:
  FoundPage search(const Caller& caller, PocFilter filter = {}) {
    SearchPocs search_pocs(index, catalog);
    return testing::run(search_pocs({.caller = caller, .text = "words", .filter = std::move(filter)}))
        .value();
  }
  FakeSearch index;
};

TEST_F(SearchPocsTest, hands_the_index_what_it_does_not_know_yet) {
  for (auto name : {"a", "b", "c"}) registered(ana, {.name = name});
  registered(ben, {.name = "private of another"});
  index.mark = 1;
  search(ana);
  EXPECT_THAT(versions(index.asked->overlay), ElementsAre(3, 2));
  EXPECT_EQ(index.waited_for, std::nullopt);
}

TEST_F(SearchPocsTest, tells_the_index_what_counts_for_nobody_though_the_caller_may_not_see_it_any_more) {
  const auto shared = registered(ben, {.name = "shared", .is_public = true});
  index.mark = 1;
  auto hidden = shared;
  hidden.content.is_public = false;
  ASSERT_TRUE(testing::run(catalog.update(ben, hidden, Change::updated)));
  registered(stranger, {.name = "of another tenant"});
  search(ana);
  EXPECT_TRUE(index.asked->overlay.empty());
  EXPECT_THAT(index.asked->stale, ElementsAre(shared.id));
}

TEST_F(SearchPocsTest, waits_for_the_index_when_it_is_more_than_five_hundred_rows_behind) {
  for (int i = 0; i < 501; ++i) registered(ana, {.name = "x"});
  search(ana);
  EXPECT_EQ(index.waited_for, 501);
  EXPECT_TRUE(index.asked->overlay.empty());
}

TEST_F(SearchPocsTest,
       says_that_it_is_behind_rather_than_answering_with_a_part_when_the_index_does_not_come) {
  for (int i = 0; i < 502; ++i) registered(ana, {.name = "x"});
  index.catches_up = false;
  EXPECT_THROW(search(ana), SearchBehind);
  EXPECT_FALSE(index.asked);
  index.mark = 2;
  EXPECT_NO_THROW(search(ana)) << "five hundred it can look through beside the index";
}

TEST_F(SearchPocsTest, answers_with_rows_of_the_store_in_the_order_of_the_index) {
  const auto a = registered(ana, {.name = "a"});
  const auto b = registered(ana, {.name = "b"});
  const auto hidden = registered(ben, {.name = "was public when it was indexed"});
  index.hits = {{b.id, 2, {{Highlight::Field::name, "b", {{0, 1}}}}}, {hidden.id, 1.5, {}}, {a.id, 1, {}}};
  const auto page = search(ana);
  ASSERT_EQ(page.pocs.size(), 2U);
  EXPECT_EQ(page.pocs[0].poc.id, b.id);
  EXPECT_EQ(page.pocs[0].highlights.size(), 1U);
  EXPECT_EQ(page.pocs[1].poc.content.name, "a");
}

TEST_F(SearchPocsTest, turns_the_mark_of_favourites_into_ids_and_filters_into_stored_form) {
  const auto a = registered(ana, {.name = "a"});
  testing::run(catalog.set_favorite(ana, a.id, true, clock.now()));
  search(ana, {.languages = {" cpp ", "C++", "golang"},
               .tags = {"B", "a", "b"},
               .frameworks = {"Qt", "qt"},
               .favorite = true});
  EXPECT_THAT(*index.asked->only, ElementsAre(a.id));
  EXPECT_THAT(index.asked->filter.languages, ElementsAre("C++", "Go"));
  EXPECT_THAT(index.asked->filter.tags, ElementsAre("a", "b"));
  EXPECT_EQ(index.asked->filter.frameworks.size(), 1U);
  EXPECT_EQ(index.asked->filter.favorite, std::nullopt);
  search(ana, {.favorite = false});
  EXPECT_EQ(index.asked->only, std::nullopt);
  EXPECT_THAT(index.asked->without, ElementsAre(a.id));
}

TEST_F(SearchPocsTest, goes_on_behind_a_page_and_tells_where_it_ended_and_what_was_read_otherwise) {
  const SearchPosition end{
      {clock.now(), registered(ana, {.name = "a"}).id}, 2.5, Reading::forgiving, {}, {7, 3}};
  index.next = SearchPosition{{std::string("b"), end.row.id}};
  SearchPocs search_pocs(index, catalog);
  const auto page = testing::run(search_pocs({.caller = ana, .text = "wrds", .after = end})).value();
  EXPECT_EQ(index.asked->after, end);
  EXPECT_EQ(page.next, index.next);
  EXPECT_THAT(page.corrections, ElementsAre(Correction{"wrds", {"words"}}));
}

TEST_F(SearchPocsTest, tells_the_guilty_one_before_anything_is_asked_for_the_search) {
  index.refusal = SearchRefusal{SearchRefusalCode::too_many_searches, std::chrono::seconds(3)};
  SearchPocs search_pocs(index, catalog);
  const auto refused = testing::run(search_pocs({.caller = ana, .text = "words"}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, SearchRefusalCode::too_many_searches);
  EXPECT_EQ(refused.error().retry_after, std::chrono::seconds(3));
  EXPECT_EQ(index.asked, std::nullopt);
}

TEST_F(SearchPocsTest, counts_facets_of_a_search_by_the_index_cuts_them_and_tells_how_many_there_are) {
  class NoInsights final : public PocInsights {
    Task<Result<PocStats, StatsError>> stats(StatsQuery /*query*/) override { co_return PocStats{}; }
    Task<FacetCounts> facets(Caller /*caller*/, PocFilter /*filter*/, int /*limit*/) override {
      co_return FacetCounts{.total = 77};
    }
  } insights;
  CountFacets count_facets(insights, index, catalog);
  const auto found = testing::run(count_facets({.caller = ana, .text = "words", .limit = 1})).value();
  EXPECT_THAT(found.facets.languages, ElementsAre(Count{"Go", 2}));
  EXPECT_EQ(found.languages, 2);
  EXPECT_EQ(found.tags, 0);
  EXPECT_EQ(index.asked->limit, 0U);
  EXPECT_EQ(testing::run(count_facets({.caller = ana, .limit = 1})).value().total, 77)
      << "without words the store counts";
}

}  // namespace mrbill::catalog
