#include "adapters/postgres/postgres_memberships.hpp"

namespace mrbill::catalog {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr Statement learn_membership{"learn_membership", R"(
  INSERT INTO memberships AS m (tenant_id, user_id, is_over, version) VALUES ($1, $2, $3, $4)
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET is_over = excluded.is_over, version = excluded.version
  WHERE m.version < excluded.version RETURNING is_over)"};
constexpr Statement membership_is_over{
    "membership_is_over", "SELECT FROM memberships WHERE tenant_id = $1 AND user_id = $2 AND is_over"};

constexpr Statement forget_searches{"forget_saved_searches",
                                    "DELETE FROM saved_searches WHERE tenant_id = $1 AND user_id = $2"};

}  // namespace

Task<> PostgresMemberships::learn(ToldMembership told) {
  auto transaction = co_await database_.begin(Scope::of(told.tenant, told.user));
  const auto learnt =
      co_await transaction.query(learn_membership, told.tenant, told.user, told.is_over, told.version);
  if (learnt.empty() || !told.is_over) co_return co_await transaction.commit();
  transaction.defer(forget_searches, told.tenant, told.user);
  co_await jobs::end_all_of(transaction, told.tenant, told.user, membership_ended);
  co_await transaction.commit();
}

Task<bool> PostgresMemberships::is_over(TenantId tenant, UserId user) {
  const auto rows = co_await database_.query(Scope::of(tenant), membership_is_over, tenant, user);
  co_return !rows.empty();
}

}  // namespace mrbill::catalog
