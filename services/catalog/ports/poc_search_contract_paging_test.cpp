// A search that is read page by page while others write: what was there and stays as it is comes once.
#include <set>

#include "ports/poc_search_contract.hpp"

namespace mrbill::catalog {
namespace {

using Sorting = std::optional<Sort>;

std::vector<Sorting> sorts() {
  std::vector<Sorting> all{std::nullopt};
  for (auto field : {SortField::created_at, SortField::updated_at, SortField::name, SortField::language}) {
    all.push_back(Sort{field, SortOrder::ascending});
    all.push_back(Sort{field, SortOrder::descending});
  }
  return all;
}

TEST_P(PocSearchContract, reads_what_one_page_would_give_in_each_order) {
  add_ties(45);
  index();
  for (const auto& sort : sorts()) {
    auto request = asking("tie");
    request.sort = sort;
    request.limit = 100;
    std::vector<PocId> whole;
    for (const auto& hit : find(request).hits) whole.push_back(hit.id);
    EXPECT_EQ(read_pages(request, [](auto&) {}), whole);
  }
}

TEST_P(PocSearchContract, neither_skips_nor_repeats_while_others_write_and_delete) {
  add_ties(60);
  index();
  for (const auto& sort : sorts()) {
    std::set<PocId> there;
    for (const auto& row : rows.all()) {
      if (!row.deleted_at) there.insert(row.id);
    }
    auto request = asking("tie");
    request.sort = sort;
    int round = 0;
    const auto ids = read_pages(request, [&](SearchRequest& next) {
      if (++round > 4) return;
      for (int i = 0; i < 15; ++i) add("tie tie");  // more of the word: it weighs less
      rows.remove(*there.begin());
      there.erase(there.begin());
      if (round % 2 == 0) {
        index();
        next.overlay.clear();
        next.stale.clear();
      } else {
        next.overlay = {rows.all().back()};
      }
    });
    const std::set<PocId> seen(ids.begin(), ids.end());
    EXPECT_EQ(seen.size(), ids.size()) << "none twice";
    for (const auto& id : there) EXPECT_TRUE(seen.contains(id));
    index();
  }
}

TEST_P(PocSearchContract, reads_on_as_it_began_when_a_misspelt_word_becomes_known) {
  for (int i = 0; i < 25; ++i) add(fmt::format("spring {}", i));
  index();
  const auto ids = read_pages(asking("sprnig"), [&](SearchRequest&) {
    add("sprnig");
    index();
  });
  EXPECT_GE(std::set<PocId>(ids.begin(), ids.end()).size(), 25U);
}

TEST_P(PocSearchContract, counts_the_whole_answer_on_each_page) {
  add_ties(25);
  index();
  auto request = asking("tie");
  request.limit = 10;
  request.after = find(request).next;
  const auto second = find(request);
  EXPECT_EQ(second.total, 25);
  EXPECT_EQ(second.hits.size(), 10U);
  request.after = second.next;
  const auto last = find(request);
  EXPECT_EQ(last.hits.size(), 5U);
  EXPECT_EQ(last.next, std::nullopt);
}

}  // namespace
}  // namespace mrbill::catalog
