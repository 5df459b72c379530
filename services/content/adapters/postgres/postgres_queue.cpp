#include "adapters/postgres/postgres_queue.hpp"

namespace mrbill::content {
namespace {

constexpr postgres::Statement count_waiting{"count_waiting", R"(
  SELECT count(*) FILTER (WHERE kind = 'content_video'), count(*) FILTER (WHERE kind = 'content_report')
  FROM jobs WHERE status = 'PENDING' AND kind IN ('content_video', 'content_report'))"};

}  // namespace

Task<Waiting> PostgresQueue::waiting() {
  const auto rows = co_await database_.query(postgres::Scope::nobody(), count_waiting);
  co_return Waiting{rows.front().get<std::int64_t>(0), rows.front().get<std::int64_t>(1)};
}

}  // namespace mrbill::content
