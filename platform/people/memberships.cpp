#include <people/memberships.hpp>

namespace mrbill::people {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr Statement learn_membership{"learn_membership", R"(
  INSERT INTO memberships AS m (tenant_id, user_id, is_over, version) VALUES ($1, $2, $3, $4)
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET is_over = excluded.is_over, version = excluded.version
  WHERE m.version < excluded.version RETURNING is_over)"};
constexpr Statement membership_is_over{
    "membership_is_over", "SELECT FROM memberships WHERE tenant_id = $1 AND user_id = $2 AND is_over"};

}  // namespace

Task<> Memberships::learn(ToldMembership told) {
  auto transaction = co_await database_.begin(Scope::of(told.tenant, told.user));
  const auto learnt =
      co_await transaction.query(learn_membership, told.tenant, told.user, told.is_over(), told.version);
  if (!learnt.empty() && told.is_over()) co_await at_the_end_(transaction, told);
  co_await transaction.commit();
}

Task<bool> Memberships::is_over(TenantId tenant, UserId user) {
  const auto rows = co_await database_.query(Scope::of(tenant, user), membership_is_over, tenant, user);
  co_return !rows.empty();
}

}  // namespace mrbill::people
