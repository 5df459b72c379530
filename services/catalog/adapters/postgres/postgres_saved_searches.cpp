#include "adapters/postgres/postgres_saved_searches.hpp"

#include <string_view>

#include <fmt/format.h>

#include <postgres/columns.hpp>
#include <postgres/idempotency.hpp>
#include <postgres/turn.hpp>

namespace mrbill::catalog {
namespace {

std::string_view to_string(Scope scope) {
  return scope == Scope::mine ? "mine" : "tenant";
}
std::optional<Scope> parse_scope(std::string_view word) {
  for (const auto scope : {Scope::mine, Scope::tenant})
    if (word == to_string(scope)) return scope;
  return std::nullopt;
}

}  // namespace
}  // namespace mrbill::catalog

template <>
struct mrbill::postgres::Codec<mrbill::catalog::Scope> {
  static void encode(mrbill::catalog::Scope scope, std::string& out) {
    out += mrbill::catalog::to_string(scope);
  }
  static std::optional<mrbill::catalog::Scope> decode(std::string_view word) {
    return mrbill::catalog::parse_scope(word);
  }
};

namespace mrbill::catalog {
namespace {

using postgres::MadeStatement;
using postgres::Statement;

template <auto Member>
constexpr auto asked(std::string_view name) {
  return postgres::column<&SavedSearch::query, Member>(name);
}
// What a person says.
constexpr auto said = postgres::columns(
    postgres::column<&SavedSearch::name>("name"), asked<&SavedQuery::search>("search"),
    asked<&SavedQuery::languages>("languages"), asked<&SavedQuery::tags>("tags"),
    asked<&SavedQuery::frameworks>("frameworks"), asked<&SavedQuery::scope>("scope"),
    asked<&SavedQuery::favorite>("favorite"), asked<&SavedQuery::after>("created_from"),
    asked<&SavedQuery::before>("created_before"), asked<&SavedQuery::sort_by>("sort_by"),
    asked<&SavedQuery::sort_order>("sort_order"), postgres::column<&SavedSearch::updated_at>("updated_at"));
constexpr auto all_columns =
    said + postgres::columns(postgres::column<&SavedSearch::id>("search_id"),
                             postgres::column<&SavedSearch::version>("version"),
                             postgres::column<&SavedSearch::created_at>("created_at"));

const MadeStatement list_searches{
    "list_saved_searches", fmt::format("SELECT {} FROM saved_searches WHERE tenant_id = $1 AND user_id = $2 "
                                       "ORDER BY name COLLATE \"und-x-icu\", search_id",
                                       all_columns.list())};
const MadeStatement find_search{
    "find_saved_search",
    fmt::format("SELECT {} FROM saved_searches WHERE tenant_id = $1 AND user_id = $2 AND search_id = $3",
                all_columns.list())};
constexpr Statement count_searches{
    "count_saved_searches", "SELECT count(*) FROM saved_searches WHERE tenant_id = $1 AND user_id = $2"};
const MadeStatement insert_search{
    "insert_saved_search",
    fmt::format("INSERT INTO saved_searches (tenant_id, user_id, {}) VALUES ($1, $2, {})", all_columns.each(),
                all_columns.parameters(3))};
// $3 the id, $4 the version it is based on.
const MadeStatement replace_search{
    "replace_saved_search",
    fmt::format("UPDATE saved_searches SET ({}) = ROW({}), version = version + 1 "
                "WHERE tenant_id = $1 AND user_id = $2 AND search_id = $3 AND version = $4",
                said.each(), said.parameters(5))};
constexpr Statement delete_search{
    "delete_saved_search",
    "DELETE FROM saved_searches WHERE tenant_id = $1 AND user_id = $2 AND search_id = $3 AND version = $4"};

postgres::Scope scope_of(const Caller& caller) {
  return postgres::Scope::of(caller.tenant, caller.user);
}

}  // namespace

Task<std::vector<SavedSearch>> PostgresSavedSearches::list(Caller caller) {
  const auto rows = co_await database_.query(scope_of(caller), list_searches, caller.tenant, caller.user);
  co_return all_columns.read<SavedSearch>(rows);
}

Task<std::optional<SavedSearch>> PostgresSavedSearches::find(Caller caller, SavedSearchId id) {
  const auto rows = co_await database_.query(scope_of(caller), find_search, caller.tenant, caller.user, id);
  if (rows.empty()) co_return std::nullopt;
  co_return all_columns.read<SavedSearch>(rows.front());
}

Task<Result<Created, AddSearchRefusal>> PostgresSavedSearches::add(Caller caller, SavedSearch search,
                                                                   std::optional<IdempotencyKey> key) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const Created created{.id = search.id.uuid, .at = search.created_at};
  const postgres::KeyOwner owner{caller.tenant, caller.user};
  const auto taken = co_await postgres::take(transaction, owner, std::move(key), created);
  if (!taken)
    co_return fail(taken.error() == KeyConflict::in_use ? AddSearchRefusal::key_in_use
                                                        : AddSearchRefusal::key_reused);
  if (taken->repeated) co_return *taken;
  co_await postgres::take_turn(transaction, "saved searches", caller.tenant);
  const auto count = co_await transaction.query(count_searches, caller.tenant, caller.user);
  const auto has = static_cast<std::size_t>(count.front().get<std::int64_t>(0));
  if (has >= max_saved_searches) co_return fail(AddSearchRefusal::too_many);
  auto arguments = postgres::encode_all(caller.tenant, caller.user);
  all_columns.add(arguments, search);
  transaction.defer(insert_search, std::move(arguments));
  co_await transaction.commit();
  co_return created;
}

Task<bool> PostgresSavedSearches::replace(Caller caller, SavedSearch search) {
  auto arguments = postgres::encode_all(caller.tenant, caller.user, search.id, search.version);
  said.add(arguments, search);
  const auto rows = co_await database_.query(scope_of(caller), replace_search, std::move(arguments));
  co_return rows.affected() == 1;
}

Task<bool> PostgresSavedSearches::remove(Caller caller, SavedSearchId id, std::int64_t version) {
  const auto rows =
      co_await database_.query(scope_of(caller), delete_search, caller.tenant, caller.user, id, version);
  co_return rows.affected() == 1;
}

}  // namespace mrbill::catalog
