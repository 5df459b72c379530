#include "adapters/postgres/membership_end.hpp"

namespace mrbill::catalog {
namespace {

constexpr postgres::Statement forget_searches{
    "forget_saved_searches", "DELETE FROM saved_searches WHERE tenant_id = $1 AND user_id = $2"};

}  // namespace

Task<> end_with_membership(postgres::Transaction& transaction, people::ToldMembership over) {
  transaction.defer(forget_searches, over.tenant, over.user);
  co_await jobs::end_all_of(transaction, over.tenant, over.user, membership_ended);
}

}  // namespace mrbill::catalog
