#include <people/people_contract.hpp>

#include "adapters/postgres/content_database_fixture.hpp"
#include "adapters/postgres/membership_end.hpp"

namespace mrbill::people {
namespace {

struct Content {
  static constexpr auto service = "content";
  static constexpr auto follow = Follow::people_and_companies;
  static constexpr AtTheEnd at_the_end = &content::end_with_membership;
  static const testing::FreshDatabase& database() { return content::content_database(); }
};

INSTANTIATE_TYPED_TEST_SUITE_P(Content, PeopleContract, Content);

}  // namespace
}  // namespace mrbill::people
