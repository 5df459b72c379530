#include "adapters/postgres/membership_end.hpp"

namespace mrbill::content {
namespace {

using postgres::Statement;

constexpr Statement switch_off{"switch_schedules_off", R"(
  UPDATE schedules SET monthly_report = false, year_video = false
  WHERE tenant_id = $1 AND user_id = $2 AND (monthly_report OR year_video))"};
constexpr Statement end_shares{"end_shares_of", "DELETE FROM shares WHERE tenant_id = $1 AND user_id = $2"};

}  // namespace

Task<> end_with_membership(postgres::Transaction& transaction, people::ToldMembership over) {
  transaction.defer(switch_off, over.tenant, over.user);
  if (over.state == people::Membership::removed) transaction.defer(end_shares, over.tenant, over.user);
  co_await jobs::end_all_of(transaction, over.tenant, over.user, membership_ended);
}

}  // namespace mrbill::content
