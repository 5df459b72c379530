#include "adapters/postgres/postgres_index_marks.hpp"

namespace mrbill::catalog {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr Statement find_mark{"find_index_mark", "SELECT mark FROM search_indexes WHERE index_id = $1"};

// Who introduces an index takes away those that nobody has kept for as long as deleted POCs are kept: none of
// them could be brought up to date any more.
constexpr Statement introduce_index{"introduce_index", R"(
  WITH forgotten AS (DELETE FROM search_indexes WHERE marked_at < now() - interval '30 days')
  INSERT INTO search_indexes (index_id, mark) VALUES ($1, $2))"};

constexpr Statement replace_mark{"replace_index_mark", R"(
  UPDATE search_indexes SET mark = $3, marked_at = now() WHERE index_id = $1 AND mark = $2)"};

}  // namespace

Task<std::optional<Uuid>> PostgresIndexMarks::find(Uuid index) {
  const auto rows = co_await database_.query(Scope::nobody(), find_mark, index);
  if (rows.empty()) co_return std::nullopt;
  co_return rows.front().get<Uuid>(0);
}

Task<> PostgresIndexMarks::introduce(Uuid index, Uuid mark) {
  co_await database_.query(Scope::nobody(), introduce_index, index, mark);
}

Task<bool> PostgresIndexMarks::replace(Uuid index, Uuid from, Uuid to) {
  const auto rows = co_await database_.query(Scope::nobody(), replace_mark, index, from, to);
  co_return rows.affected() == 1;
}

}  // namespace mrbill::catalog
