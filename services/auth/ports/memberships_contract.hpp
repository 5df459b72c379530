// What every Memberships promises. A rig gives io(), memberships(), person() (a new one, of a company of
// their own), own_tenant(person), found(company) (one that nobody belongs to),
// and join(person, company, role).
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "ports/memberships.hpp"

namespace mrbill::auth {

template <class Rig>
class MembershipsContract : public ::testing::Test {
 protected:
  std::vector<Membership> of(UserId user) {
    return testing::run(rig_.io(), rig_.memberships().of_person(user));
  }
  std::vector<std::string> companies(UserId user) {
    std::vector<std::string> names;
    for (const auto& membership : of(user)) names.push_back(membership.tenant_name);
    return names;
  }
  Rig rig_;
};
TYPED_TEST_SUITE_P(MembershipsContract);

TYPED_TEST_P(MembershipsContract, says_in_what_company_somebody_is_what) {
  const auto ana = this->rig_.person();
  const auto bea = this->rig_.person();
  this->rig_.join(ana, this->rig_.own_tenant(bea), Role::admin);
  const auto all = this->of(ana);
  ASSERT_EQ(all.size(), 2U);
  for (const auto& membership : all)
    EXPECT_EQ(membership.role, membership.tenant == this->rig_.own_tenant(ana) ? Role::owner : Role::admin);
  EXPECT_EQ(this->of(bea).size(), 1U);
  EXPECT_TRUE(this->of(UserId{}).empty());
}

TYPED_TEST_P(MembershipsContract, lists_companies_by_their_names) {
  const auto ana = this->rig_.person();
  for (const auto* name : {"Zeta", "Alpha", "beta"}) this->rig_.join(ana, this->rig_.found(name), Role::user);
  EXPECT_THAT(this->companies(ana), ::testing::ElementsAre("Alpha", "Souza Labs", "Zeta", "beta"));
}

TYPED_TEST_P(MembershipsContract, lists_companies_of_one_name_by_their_ids) {
  const auto ana = this->rig_.person();
  for (int i = 0; i < 20; ++i) this->rig_.join(ana, this->rig_.found("Same Name"), Role::user);
  const auto all = this->of(ana);
  ASSERT_EQ(all.size(), 21U);
  for (std::size_t i = 1; i < 20; ++i) EXPECT_LT(all[i - 1].tenant, all[i].tenant);
}

REGISTER_TYPED_TEST_SUITE_P(MembershipsContract, says_in_what_company_somebody_is_what,
                            lists_companies_by_their_names, lists_companies_of_one_name_by_their_ids);

}  // namespace mrbill::auth
