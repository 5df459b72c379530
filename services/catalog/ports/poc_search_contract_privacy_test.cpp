// What an answer may depend on: the words that the caller may see, and nothing else.
#include "ports/poc_search_contract.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST_P(PocSearchContract, counts_what_is_stale_for_nobody) {
  auto& hidden = add("quetzal secret", acme, bia);
  hidden.content.is_public = true;
  hidden.content.language = "Zig";
  auto& shown = add("quetzal shown", acme, bia);
  shown.content.is_public = true;
  index();
  auto request = asking("quetzal");
  request.filter.scope = Scope::tenant;
  request.facets = true;
  EXPECT_EQ(find(request).total, 2);
  request.stale = {hidden.id};
  EXPECT_THAT(names(request), ElementsAre("quetzal shown"));
  EXPECT_EQ(find(request).total, 1);
  EXPECT_THAT(find(request).facets->languages, IsEmpty());
  request.text = "secrte";
  EXPECT_EQ(find(request).total, 0) << "its words correct nothing";
  request.text = "secret show";
  EXPECT_THAT(names(request), ElementsAre("quetzal shown")) << "as if the word were unknown: one may lack";
}

TEST_P(PocSearchContract, completes_by_what_the_caller_may_see_however_crowded_the_beginning) {
  add("sandbox runner");
  add("santa list");
  for (int i = 0; i < 70; ++i) {
    add(fmt::format("san{:03}x one", i), acme, bia);
    add(fmt::format("san{:03}x two", i), acme, bia);
  }
  for (int i = 0; i < 100; ++i) add(fmt::format("sample{:03} thing", i));
  index();
  EXPECT_THAT(names("san"), UnorderedElementsAre("sandbox runner", "santa list"));
  auto request = asking("sample");
  request.facets = true;
  EXPECT_EQ(find(request).total, 100);
  EXPECT_THAT(find(request).facets->years, ElementsAre(Count{"1970", 100}));
}

// Letter by letter, beside a word of one's own: what a colleague keeps for themselves must not show in
// any answer.
TEST_P(PocSearchContract, never_tells_a_word_of_a_colleagues_private_poc) {
  add("notebook");
  auto& secret = add("quetzalcoatl", acme, bia);
  secret.content.description = "layoffs before the acquisition";
  secret.content.tags = {"notebok"};
  index();
  std::vector<SearchResult> with_secret;
  std::vector<SearchRequest> asked;
  for (const std::string word : {"quetzalcoatl", "layoffs", "acquisition", "notebok"}) {
    for (std::size_t letters = 1; letters <= word.size(); ++letters) {
      for (const auto* beside : {"", "notebook ", "notebok "}) {
        auto request = asking(beside + word.substr(0, letters));
        request.facets = true;
        request.filter.scope = letters % 2 == 0 ? Scope::tenant : Scope::mine;
        asked.push_back(request);
        with_secret.push_back(find(std::move(request)));
      }
    }
  }
  secret.deleted_at = Timestamp{};
  rows.touch(secret);
  index();
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const auto without_secret = find(asked[i]);
    EXPECT_EQ(with_secret[i].total, without_secret.total) << asked[i].text;
    EXPECT_EQ(with_secret[i].facets, without_secret.facets) << asked[i].text;
    EXPECT_EQ(with_secret[i].corrections, without_secret.corrections) << asked[i].text;
    EXPECT_EQ(with_secret[i].next, without_secret.next) << asked[i].text;
    ASSERT_EQ(with_secret[i].hits.size(), without_secret.hits.size()) << asked[i].text;
    for (std::size_t hit = 0; hit < without_secret.hits.size(); ++hit) {
      EXPECT_EQ(with_secret[i].hits[hit].score, without_secret.hits[hit].score) << asked[i].text;
      EXPECT_EQ(with_secret[i].hits[hit].highlights, without_secret.hits[hit].highlights) << asked[i].text;
    }
  }
}

TEST_P(PocSearchContract, moves_words_when_a_poc_becomes_private_or_public) {
  auto& poc = add("quetzal", acme, bia);
  poc.content.is_public = true;
  index();
  auto request = asking("quetzla");
  request.filter.scope = Scope::tenant;
  EXPECT_EQ(find(request).total, 1);
  poc.content.is_public = false;
  rows.touch(poc);
  index();
  EXPECT_EQ(find(request).total, 0);
  request.caller.user = bia;
  EXPECT_EQ(find(request).total, 1);
  poc.content.is_public = true;
  rows.touch(poc);
  index();
  request.caller.user = ana;
  EXPECT_EQ(find(request).total, 1);
}

}  // namespace
}  // namespace mrbill::catalog
