#include <string>

#include <postgres/turn.hpp>

namespace mrbill::postgres {
namespace {

constexpr Statement wait_for_turn{"wait_for_turn", R"(
  SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', $1::text, $2::uuid), 1)))"};

}  // namespace

Task<> take_turn(Transaction& transaction, std::string_view what, TenantId tenant) {
  co_await transaction.query(wait_for_turn, std::string(what), tenant);
}

}  // namespace mrbill::postgres
