// What every MemberRepublisher promises. A rig gives io(), republisher(), and add(): a new tenant with a
// member in it.
#pragma once

#include <algorithm>

#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "ports/member_republisher.hpp"

namespace mrbill::auth {

template <class Rig>
class MemberRepublisherContract : public ::testing::Test {
 protected:
  std::vector<TenantId> page(TenantId after, std::size_t max) {
    return testing::run(rig_.io(), rig_.republisher().tenants(after, max));
  }
  Rig rig_;
};
TYPED_TEST_SUITE_P(MemberRepublisherContract);

TYPED_TEST_P(MemberRepublisherContract, pages_through_all_tenants_in_the_order_of_their_ids) {
  std::vector<TenantId> mine;
  for (int i = 0; i < 5; ++i) mine.push_back(this->rig_.add());
  std::vector<TenantId> all;
  while (true) {
    const auto page = this->page(all.empty() ? TenantId{} : all.back(), 2);
    ASSERT_LE(page.size(), 2U);
    if (page.empty()) break;
    all.insert(all.end(), page.begin(), page.end());
  }
  EXPECT_TRUE(std::ranges::is_sorted(all));
  EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
  for (const auto tenant : mine) EXPECT_EQ(std::ranges::count(all, tenant), 1);
}

TYPED_TEST_P(MemberRepublisherContract, takes_a_tenant_that_is_gone_meanwhile) {
  testing::run(this->rig_.io(), this->rig_.republisher().republish(TenantId{}, ""));
  EXPECT_EQ(this->page(this->rig_.add(), 0).size(), 0U);
}

REGISTER_TYPED_TEST_SUITE_P(MemberRepublisherContract, pages_through_all_tenants_in_the_order_of_their_ids,
                            takes_a_tenant_that_is_gone_meanwhile);

}  // namespace mrbill::auth
