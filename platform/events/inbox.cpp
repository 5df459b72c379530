#include <events/inbox.hpp>

namespace mrbill::events {
namespace {

constexpr postgres::Statement note{
    "inbox_note", "INSERT INTO inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr postgres::Statement forget{
    "inbox_forget",
    "DELETE FROM inbox WHERE (consumer, event_id) IN (SELECT consumer, event_id FROM inbox "
    "WHERE handled_at < now() - make_interval(hours => $1) LIMIT 10000)"};

}  // namespace

Task<bool> first_time(postgres::Transaction& transaction, std::string consumer, Uuid event_id) {
  const auto rows = co_await transaction.query(note, std::move(consumer), event_id);
  co_return rows.affected() == 1;
}

Task<std::int64_t> forget_handled(postgres::Database& worker_database, std::chrono::hours older_than) {
  const auto rows = co_await worker_database.query(postgres::Scope::nobody(), forget, older_than.count());
  co_return rows.affected();
}

}  // namespace mrbill::events
