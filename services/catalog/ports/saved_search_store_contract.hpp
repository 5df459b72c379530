// What every SavedSearchStore promises. World: store() is it, run(task) runs a coroutine.
#pragma once

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/seeded_random.hpp>

#include "ports/saved_search_store.hpp"

namespace mrbill::catalog {

template <class World>
class SavedSearchStoreContract : public ::testing::Test {
 protected:
  Uuid id() { return new_uuid(clock_, random_); }
  Caller person(TenantId tenant) { return {tenant, UserId{id()}, {}}; }
  SavedSearch search_of(std::string name) {
    return {.id = SavedSearchId{id()},
            .name = std::move(name),
            .created_at = clock_.now(),
            .updated_at = clock_.now()};
  }
  SavedSearch added(const Caller& caller, std::string name) {
    auto search = search_of(std::move(name));
    EXPECT_TRUE(world_.run(world_.store().add(caller, search, std::nullopt)));
    return search;
  }
  std::vector<std::string> names(const Caller& caller) {
    std::vector<std::string> all;
    for (auto& search : world_.run(world_.store().list(caller))) all.push_back(search.name);
    return all;
  }
  std::optional<SavedSearch> find(const Caller& caller, SavedSearchId id) {
    return world_.run(world_.store().find(caller, id));
  }

  testing::ManualClock clock_;
  testing::SeededRandom random_{
      static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count())};
  World world_;
  Caller ana_ = person(TenantId{id()});
  Caller ben_ = person(ana_.tenant);
  Caller elsewhere_{TenantId{id()}, ana_.user, {}};  // the same person in another company
};

TYPED_TEST_SUITE_P(SavedSearchStoreContract);

TYPED_TEST_P(SavedSearchStoreContract, gives_back_everything_that_was_written) {
  auto search = this->search_of("Kafka \"em\" São Paulo");
  search.query = {.search = "a, {b} \\ \"c\"",
                  .languages = {"C++", "Go, with a comma"},
                  .tags = {"a b", "null", "\"q\""},
                  .frameworks = {"Qt"},
                  .scope = Scope::tenant,
                  .favorite = false,
                  .after = this->clock_.now(),
                  .before = this->clock_.now() + std::chrono::microseconds(1),
                  .sort_by = "name",
                  .sort_order = "asc"};
  ASSERT_TRUE(this->world_.run(this->world_.store().add(this->ana_, search, std::nullopt)));
  EXPECT_EQ(this->find(this->ana_, search.id), search);
  const auto bare = this->added(this->ana_, "bare");
  EXPECT_EQ(this->find(this->ana_, bare.id), bare);
  EXPECT_THAT(this->world_.run(this->world_.store().list(this->ana_)), ::testing::ElementsAre(bare, search));
}

TYPED_TEST_P(SavedSearchStoreContract, lists_by_name_as_people_sort) {
  for (const auto* name : {"zeta", "Beta", "ação", "alfa"}) this->added(this->ana_, name);
  EXPECT_THAT(this->names(this->ana_), ::testing::ElementsAre("ação", "alfa", "Beta", "zeta"));
}

TYPED_TEST_P(SavedSearchStoreContract, are_their_persons_own_within_the_company) {
  const auto search = this->added(this->ana_, "mine");
  for (const auto& other : {this->ben_, this->elsewhere_}) {
    EXPECT_TRUE(this->names(other).empty());
    EXPECT_FALSE(this->find(other, search.id));
    EXPECT_FALSE(this->world_.run(this->world_.store().replace(other, search)));
    EXPECT_FALSE(this->world_.run(this->world_.store().remove(other, search.id, 1)));
  }
  EXPECT_EQ(this->find(this->ana_, search.id), search);
}

TYPED_TEST_P(SavedSearchStoreContract, changes_and_removes_the_version_that_was_seen_alone) {
  auto search = this->added(this->ana_, "one");
  search.name = "two";
  search.query.tags = {"x"};
  EXPECT_TRUE(this->world_.run(this->world_.store().replace(this->ana_, search)));
  EXPECT_FALSE(this->world_.run(this->world_.store().replace(this->ana_, search))) << "it has moved on";
  search.version = 2;
  EXPECT_EQ(this->find(this->ana_, search.id), search);
  EXPECT_FALSE(this->world_.run(this->world_.store().remove(this->ana_, search.id, 1)));
  EXPECT_TRUE(this->world_.run(this->world_.store().remove(this->ana_, search.id, 2)));
  EXPECT_FALSE(this->find(this->ana_, search.id));
  EXPECT_FALSE(this->world_.run(this->world_.store().replace(this->ana_, search)));
}

TYPED_TEST_P(SavedSearchStoreContract, are_a_hundred_of_a_person_at_most) {
  for (std::size_t i = 0; i < max_saved_searches; ++i) this->added(this->ana_, "same name");
  auto one_more = this->search_of("one more");
  EXPECT_EQ(this->world_.run(this->world_.store().add(this->ana_, one_more, std::nullopt)).error(),
            AddSearchRefusal::too_many);
  EXPECT_FALSE(this->find(this->ana_, one_more.id));
  this->added(this->ben_, "his first");
}

TYPED_TEST_P(SavedSearchStoreContract,
             answers_a_repeated_key_from_memory_and_refuses_another_request_with_it) {
  const IdempotencyKey key{"createSavedSearch", "key-1", sha256("request")};
  const auto add = [&](const Caller& caller, const IdempotencyKey& its) {
    return this->world_.run(this->world_.store().add(caller, this->search_of("one"), its));
  };
  const auto first = add(this->ana_, key);
  const auto second = add(this->ana_, key);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(second->id, first->id);
  EXPECT_EQ(second->at, first->at);
  EXPECT_EQ(this->names(this->ana_).size(), 1U);
  EXPECT_EQ(add(this->ana_, {"createSavedSearch", "key-1", sha256("another")}).error(),
            AddSearchRefusal::key_reused);
  EXPECT_NE(add(this->ben_, key)->id, first->id);
}

REGISTER_TYPED_TEST_SUITE_P(SavedSearchStoreContract, gives_back_everything_that_was_written,
                            lists_by_name_as_people_sort, are_their_persons_own_within_the_company,
                            changes_and_removes_the_version_that_was_seen_alone,
                            are_a_hundred_of_a_person_at_most,
                            answers_a_repeated_key_from_memory_and_refuses_another_request_with_it);

}  // namespace mrbill::catalog
