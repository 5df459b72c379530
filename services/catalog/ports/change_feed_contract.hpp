// What every ChangeFeed promises. A world gives feed(), run(task), and writes: insert(poc) and update(poc)
// give the change_seq of the POC.
#pragma once

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/seeded_random.hpp>

#include "ports/change_feed.hpp"

namespace mrbill::catalog {

template <class World>
class ChangeFeedContract : public ::testing::Test {
 protected:
  Uuid id() { return new_uuid(clock_, random_); }
  TenantId tenant() { return TenantId{id()}; }
  Poc insert(TenantId tenant, std::string name) {
    Poc poc{.id = PocId{id()},
            .tenant = tenant,
            .creator = UserId{id()},
            .content = {.name = std::move(name)},
            .created_at = clock_.now(),
            .updated_at = clock_.now()};
    poc.change_seq = world_.insert(poc);
    return poc;
  }
  void update(Poc& poc) { poc.change_seq = world_.update(poc); }
  std::vector<Poc> changed(TenantId tenant, std::int64_t since, int max = 100) {
    return world_.run(world_.feed().changed_since(tenant, since, max));
  }
  std::vector<std::string> names(TenantId tenant, std::int64_t since, int max = 100) {
    std::vector<std::string> all;
    for (const auto& poc : changed(tenant, since, max)) all.push_back(poc.content.name);
    return all;
  }
  // Page after page, which asks that no tenant comes twice or in another order.
  std::map<TenantId, std::int64_t> all_heads() {
    std::map<TenantId, std::int64_t> all;
    std::optional<TenantId> last;
    while (true) {
      const auto page = world_.run(world_.feed().heads(last, 2));
      EXPECT_LE(page.size(), 2U);
      if (page.empty()) return all;
      for (const auto& head : page) {
        if (last) {
          EXPECT_LT(*last, head.tenant);
        }
        last = head.tenant;
        all.emplace(head.tenant, head.change_seq);
      }
    }
  }

  testing::ManualClock clock_;
  testing::SeededRandom random_{
      static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count())};
  World world_;
};
TYPED_TEST_SUITE_P(ChangeFeedContract);

TYPED_TEST_P(ChangeFeedContract, tells_rows_in_the_order_of_their_last_change) {
  const auto ours = this->tenant();
  auto first = this->insert(ours, "first");
  const auto second = this->insert(ours, "second");
  this->insert(ours, "third");
  this->update(first);
  EXPECT_THAT(this->names(ours, 0), ::testing::ElementsAre("second", "third", "first"));
  EXPECT_THAT(this->names(ours, second.change_seq), ::testing::ElementsAre("third", "first"));
  EXPECT_THAT(this->names(ours, 0, 2), ::testing::ElementsAre("second", "third"));
  EXPECT_TRUE(this->names(ours, first.change_seq).empty());
  EXPECT_EQ(this->changed(ours, 0).back().change_seq, first.change_seq);
}

TYPED_TEST_P(ChangeFeedContract, tells_of_deleted_rows_too) {
  const auto ours = this->tenant();
  auto poc = this->insert(ours, "one");
  poc.deleted_at = this->clock_.now();
  this->update(poc);
  const auto told = this->changed(ours, 0);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.front().deleted_at, poc.deleted_at);
}

TYPED_TEST_P(ChangeFeedContract, tells_of_private_rows_and_of_no_other_tenant) {
  const auto ours = this->tenant();
  const auto theirs = this->tenant();
  this->insert(ours, "of ours");
  this->insert(theirs, "of theirs");
  EXPECT_THAT(this->names(ours, 0), ::testing::ElementsAre("of ours"));
  EXPECT_TRUE(this->names(this->tenant(), 0).empty());
}

TYPED_TEST_P(ChangeFeedContract, pages_through_all_tenants_in_the_order_of_their_ids) {
  std::map<TenantId, std::int64_t> mine;
  for (int i = 0; i < 5; ++i) {
    const auto tenant = this->tenant();
    for (int row = 0; row <= i; ++row) mine[tenant] = this->insert(tenant, "row").change_seq;
  }
  const auto heads = this->all_heads();
  for (const auto& [tenant, head] : mine) {
    ASSERT_TRUE(heads.contains(tenant));
    EXPECT_EQ(heads.at(tenant), head);
  }
}

TYPED_TEST_P(ChangeFeedContract, counts_what_lives_and_says_what_changed_last) {
  const auto ours = this->tenant();
  this->insert(ours, "one");
  auto two = this->insert(ours, "two");
  this->insert(ours, "three");
  two.deleted_at = this->clock_.now();
  this->update(two);
  std::optional<TenantId> before;
  for (const auto& [tenant, head] : this->all_heads())
    if (tenant < ours) before = tenant;
  const auto counts = this->world_.run(this->world_.feed().counts(before, 1));
  ASSERT_EQ(counts.size(), 1U);
  EXPECT_EQ(counts.front().tenant, ours);
  EXPECT_EQ(counts.front().live, 2);
  EXPECT_EQ(counts.front().newest, two.change_seq);
}

REGISTER_TYPED_TEST_SUITE_P(ChangeFeedContract, tells_rows_in_the_order_of_their_last_change,
                            tells_of_deleted_rows_too, tells_of_private_rows_and_of_no_other_tenant,
                            pages_through_all_tenants_in_the_order_of_their_ids,
                            counts_what_lives_and_says_what_changed_last);

}  // namespace mrbill::catalog
