// Keeping, changing and deleting searches: whose, which version, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/run.hpp>
#include <testing/seeded_random.hpp>

#include "adapters/memory/memory_saved_searches.hpp"
#include "usecases/delete_saved_search.hpp"
#include "usecases/get_saved_search.hpp"
#include "usecases/replace_saved_search.hpp"
#include "usecases/save_search.hpp"

namespace mrbill::catalog {
namespace {

class SavedSearches : public ::testing::Test {
 protected:
  Uuid id() { return new_uuid(clock, random); }
  auto save(SavedSearchDraft draft) {
    SaveSearch save_search(searches, clock, random);
    return testing::run(save_search(ana, std::move(draft), std::nullopt));
  }
  auto replace(const Caller& caller, SavedSearchId which, SavedSearchDraft draft, ExpectedVersion expected) {
    ReplaceSavedSearch replace_saved_search(searches, clock);
    return testing::run(replace_saved_search(caller, which, std::move(draft), std::move(expected)));
  }
  auto remove(const Caller& caller, SavedSearchId which, ExpectedVersion expected) {
    DeleteSavedSearch delete_saved_search(searches);
    return testing::run(delete_saved_search(caller, which, std::move(expected)));
  }
  auto get(const Caller& caller, SavedSearchId which) {
    GetSavedSearch get_saved_search(searches);
    return testing::run(get_saved_search(caller, which));
  }
  static ExpectedVersion version(std::int64_t number) { return {.versions = {number}}; }

  testing::ManualClock clock;
  testing::SeededRandom random;
  MemorySavedSearches searches;
  Caller ana{TenantId{id()}, UserId{id()}, {}};
  Caller ben{ana.tenant, UserId{id()}, {}};
};

TEST_F(SavedSearches, keep_a_name_in_the_form_of_names_and_a_query_as_it_was_sent) {
  const SavedQuery query{.search = " red bull ", .tags = {"B", "a"}, .sort_by = "relevance"};
  const auto saved = save({" Kafka ", query}).value();
  EXPECT_EQ(saved.name, "Kafka");
  EXPECT_EQ(saved.query.search, "red bull");
  EXPECT_THAT(saved.query.tags, ::testing::ElementsAre("B", "a"));
  EXPECT_EQ(get(ana, saved.id), saved);
}

TEST_F(SavedSearches, are_refused_where_the_list_would_refuse) {
  const auto refused = save({" ", {.search = " ", .sort_by = "relevance"}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, SaveSearchError::invalid_request);
  ASSERT_EQ(refused.error().errors.size(), 2U);
  EXPECT_EQ(refused.error().errors[0].pointer, "/name");
  EXPECT_EQ(refused.error().errors[1].pointer, "/query/sortBy");
}

TEST_F(SavedSearches, are_a_hundred_at_most) {
  for (std::size_t i = 0; i < max_saved_searches; ++i) ASSERT_TRUE(save({"one"}));
  EXPECT_EQ(save({"one more"}).error().code, SaveSearchError::too_many_saved_searches);
}

TEST_F(SavedSearches, change_by_the_version_that_was_seen) {
  const auto saved = save({"one"}).value();
  clock.advance(std::chrono::seconds(1));
  const auto renamed = replace(ana, saved.id, {"two"}, version(1)).value();
  EXPECT_EQ(renamed.version, 2);
  EXPECT_GT(renamed.updated_at, saved.updated_at);
  EXPECT_EQ(replace(ana, saved.id, {"two"}, version(1)).value(), renamed) << "its answer may have been lost";
  EXPECT_EQ(replace(ana, saved.id, {"three"}, version(1)).error().code, ReplaceSavedSearchError::stale);
  EXPECT_EQ(remove(ana, saved.id, version(1)).error(), DeleteSavedSearchError::stale);
  EXPECT_TRUE(remove(ana, saved.id, version(2)));
  EXPECT_FALSE(get(ana, saved.id));
}

TEST_F(SavedSearches, are_nobody_elses) {
  const auto saved = save({"one"}).value();
  EXPECT_EQ(get(ben, saved.id).error(), GetSavedSearchError::saved_search_not_found);
  EXPECT_EQ(replace(ben, saved.id, {"two"}, {.any = true}).error().code,
            ReplaceSavedSearchError::saved_search_not_found);
  EXPECT_EQ(remove(ben, saved.id, {.any = true}).error(), DeleteSavedSearchError::saved_search_not_found);
  EXPECT_TRUE(get(ana, saved.id));
}

}  // namespace
}  // namespace mrbill::catalog
