#include "adapters/postgres/postgres_poc_store.hpp"

#include <fmt/format.h>

#include <base/unreachable.hpp>

#include "adapters/postgres/poc_columns.hpp"
#include "adapters/postgres/poc_filter_sql.hpp"
#include "adapters/postgres/poc_list_sql.hpp"

namespace mrbill::catalog {
namespace {

using postgres::MadeStatement;
using postgres::Statement;

constexpr auto found_columns =
    poc_columns + postgres::columns(postgres::column<&Poc::orphaned>("orphaned", R"(
          EXISTS(SELECT FROM memberships m
                 WHERE m.tenant_id = p.tenant_id AND m.user_id = p.user_id AND m.is_over))"));

const MadeStatement find_poc{
    "find_poc",
    fmt::format("SELECT {} FROM pocs p WHERE p.tenant_id = $1 AND p.poc_id = $3", found_columns.list("p"))};

const MadeStatement find_pocs{
    "find_pocs", fmt::format("SELECT {} FROM pocs p WHERE p.tenant_id = $1 AND p.poc_id = ANY($3::uuid[])",
                             found_columns.list("p"))};

const MadeStatement changed_pocs{
    "changed_pocs", fmt::format("SELECT {} FROM pocs p WHERE p.tenant_id = $1 AND p.change_seq > $3 "
                                "AND p.change_seq > 0 ORDER BY p.change_seq DESC LIMIT $4",
                                poc_columns.list("p"))};

constexpr Statement tenants_changes{"tenants_changes", "SELECT poc_id, change_seq FROM changed_pocs($1, $2)"};

constexpr Statement favorite_ids{
    "favorite_ids",
    "SELECT poc_id FROM favorites WHERE tenant_id = $1 AND user_id = $2 AND removed_at IS NULL"};

constexpr Statement select_name{"name_of_creator",
                                "SELECT full_name FROM people WHERE tenant_id = $1 AND user_id = $2"};

postgres::Scope scope_of(const Caller& caller) {
  return postgres::Scope::of(caller.tenant, caller.user);
}

constexpr auto change_columns = postgres::columns(postgres::column<&PocChange::id>("poc_id"),
                                                  postgres::column<&PocChange::change_seq>("change_seq"));

std::string key_text(const PocPosition& position) {
  if (const auto* text = std::get_if<std::string>(&position.key)) return *text;
  std::string text;
  postgres::Codec<Timestamp>::encode(std::get<Timestamp>(position.key), text);
  return text;
}

PocPage page_of(const postgres::Rows& rows, const PocQuery& query) {
  PocPage page;
  const auto id = rows.front().index_of("poc_id");
  const auto read = poc_columns.reader<Poc>(rows.front());
  for (auto row : rows) {
    if (row.is_null(id)) break;
    if (page.pocs.size() == query.limit) {
      page.next = position_of(page.pocs.back(), query.sort.field);
      break;
    }
    page.pocs.push_back(read(row));
  }
  return page;
}

std::string state_of(const postgres::Rows& rows) {
  return rows.front().get<std::optional<std::string>>("state").value_or("");
}

// Two filters with one key have the same rows.
std::string key_of(const PocFilter& filter, const postgres::Arguments& its_arguments) {
  return FilterShape(filter).name() + '\0' + its_arguments.packed();
}

void add_page(postgres::Arguments& arguments, const PocQuery& query) {
  arguments.add(static_cast<std::int64_t>(query.limit) + 1);  // one more tells whether there is a next page
  if (query.after) {
    arguments.add(key_text(*query.after));
    arguments.add(query.after->id);
  } else {
    arguments.add(static_cast<std::int64_t>(query.offset));
  }
}

}  // namespace

Task<std::optional<Poc>> PostgresPocStore::find(Caller caller, PocId id) {
  auto rows = co_await database_.query(scope_of(caller), find_poc, caller.tenant, caller.user, id);
  if (rows.empty()) co_return std::nullopt;
  co_return found_columns.read<Poc>(rows.front());
}

Task<std::vector<Poc>> PostgresPocStore::find_all(Caller caller, std::vector<PocId> ids) {
  auto rows =
      co_await database_.query(scope_of(caller), find_pocs, caller.tenant, caller.user, std::move(ids));
  co_return found_columns.read<Poc>(rows);
}

Task<PocPage> PostgresPocStore::list(PocQuery query) {
  auto arguments = filter_arguments(query.caller, query.filter);
  auto key = key_of(query.filter, arguments);
  add_page(arguments, query);
  const bool with_total = query.count_total && !totals_.knows(key);
  const auto& statement = list_statement(query, with_total);
  const auto rows = co_await database_.query(scope_of(query.caller), statement, std::move(arguments));
  auto page = page_of(rows, query);
  if (with_total) {
    page.total = rows.front().get<std::int64_t>("total");
    // Deleted ones become fewer by time alone.
    if (!query.filter.deleted_since) totals_.note(key, state_of(rows), page.total);
  } else if (query.count_total) {
    page.total = co_await total_of(query, std::move(key), state_of(rows));
  }
  co_return page;
}

Task<std::int64_t> PostgresPocStore::total_of(PocQuery query, std::string key, std::string state) {
  if (const auto known = totals_.find(key, state)) co_return *known;
  const auto& statement = count_statement(query.filter);
  const auto rows = co_await database_.query(scope_of(query.caller), statement,
                                             filter_arguments(query.caller, query.filter));
  const auto total = rows.front().get<std::int64_t>("total");
  totals_.note(key, state_of(rows), total);
  co_return total;
}

Task<std::vector<Poc>> PostgresPocStore::changed_since(Caller caller, std::int64_t change_seq, int limit) {
  auto rows =
      co_await database_.query(scope_of(caller), changed_pocs, caller.tenant, caller.user, change_seq, limit);
  co_return poc_columns.read<Poc>(rows);
}

Task<std::vector<PocChange>> PostgresPocStore::changes_since(Caller caller, std::int64_t change_seq,
                                                             int limit) {
  auto rows = co_await database_.query(scope_of(caller), tenants_changes, change_seq, limit);
  co_return change_columns.read<PocChange>(rows);
}

Task<std::vector<PocId>> PostgresPocStore::favorites(Caller caller) {
  auto rows = co_await database_.query(scope_of(caller), favorite_ids, caller.tenant, caller.user);
  std::vector<PocId> ids;
  ids.reserve(rows.size());
  for (auto row : rows) ids.push_back(row.get<PocId>(0));
  co_return ids;
}

Task<std::optional<std::string>> PostgresPocStore::name_of(Caller caller) {
  const auto rows = co_await database_.query(scope_of(caller), select_name, caller.tenant, caller.user);
  if (rows.empty()) co_return std::nullopt;
  co_return rows.front().get<std::optional<std::string>>(0);
}

}  // namespace mrbill::catalog
