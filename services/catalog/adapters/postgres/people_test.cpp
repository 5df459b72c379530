#include <people/people_contract.hpp>

#include "adapters/postgres/catalog_database_fixture.hpp"
#include "adapters/postgres/membership_end.hpp"

namespace mrbill::people {
namespace {

struct Catalog {
  static constexpr auto service = "catalog";
  static constexpr auto follow = Follow::people;
  static constexpr AtTheEnd at_the_end = &catalog::end_with_membership;
  static const testing::FreshDatabase& database() { return catalog::catalog_database(); }
};

INSTANTIATE_TYPED_TEST_SUITE_P(Catalog, PeopleContract, Catalog);

}  // namespace
}  // namespace mrbill::people
