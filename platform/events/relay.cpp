#include <algorithm>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/caught.hpp>
#include <async/deadline.hpp>
#include <events/outbox.hpp>
#include <log/log.hpp>

namespace mrbill::events {
namespace {

using namespace std::chrono_literals;
using postgres::Scope;
using postgres::Statement;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::int64_t relay_lock = 0x6f7574626f78;  // "outbox"
constexpr auto measure_period = 2s;
constexpr auto min_pause = 50ms;

constexpr Statement oldest{
    "outbox_oldest",
    "SELECT seq, event_id, source, type, subject, tenant_id, time, traceparent, data FROM outbox "
    "ORDER BY seq LIMIT $1"};
constexpr Statement remove{"outbox_remove", "DELETE FROM outbox WHERE seq = ANY($1)"};
constexpr Statement depth{"outbox_depth",
                          "SELECT count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 "
                          "FROM (SELECT created_at FROM outbox ORDER BY seq LIMIT 100000) AS waiting"};

struct Batch {
  std::vector<std::int64_t> numbers;
  std::vector<Event> events;
};

Batch to_batch(const postgres::Rows& rows) {
  Batch batch;
  for (const auto row : rows) {
    batch.numbers.push_back(row.get<std::int64_t>("seq"));
    batch.events.push_back({.id = row.get<Uuid>("event_id"),
                            .source = row.get<std::string>("source"),
                            .type = row.get<std::string>("type"),
                            .subject = row.get<std::string>("subject"),
                            .tenant = row.get<TenantId>("tenant_id"),
                            .time = row.get<Timestamp>("time"),
                            .traceparent = row.get<std::string>("traceparent"),
                            .data = row.get<std::string>("data")});
  }
  return batch;
}

}  // namespace

// Owners: the Relay, its running run(), and nobody else; the listener holds it weakly.
struct Relay::State : std::enable_shared_from_this<Relay::State> {
  State(postgres::Database& from, EventBus& to, RelayOptions chosen, metrics::Registry& registry)
      : database(from),
        bus(to),
        options(chosen),
        pause(chosen.max_retry_pause),
        published(registry.counter("outbox_published_total", "Events the bus has taken from the outbox")),
        failures(registry.counter("outbox_failures_total", "Turns of the relay that failed")),
        waiting(registry.gauge("outbox_events", "Events in the outbox, 100000 at most")),
        age(registry.gauge("outbox_oldest_seconds", "Age of the oldest event in the outbox")),
        active(registry.gauge("outbox_relay_active", "1 where this process is the one that relays")) {}

  Task<> keep_relaying();
  Task<> relay_while_locked();
  Task<bool> publish_batch();
  Task<> measure();
  Task<> wait(milliseconds span);
  Task<> recover(std::exception_ptr failure);
  void listen();
  void wake();

  postgres::Database& database;
  EventBus& bus;
  RelayOptions options;
  milliseconds pause;
  metrics::Counter& published;
  metrics::Counter& failures;
  metrics::Gauge& waiting;
  metrics::Gauge& age;
  metrics::Gauge& active;
  std::optional<asio::steady_timer> alarm;
  steady_clock::time_point measured_at;
  bool notified = false;
  bool stopping = false;
};

Relay::Relay(postgres::Database& worker_database, EventBus& bus, RelayOptions options,
             metrics::Registry& registry)
    : state_(std::make_shared<State>(worker_database, bus, options, registry)) {}

Relay::~Relay() {
  stop();
}

void Relay::stop() {
  state_->stopping = true;
  state_->wake();
}

Task<> Relay::run() {
  const auto state = state_;
  state->alarm.emplace(co_await asio::this_coro::executor);
  state->pause = min_pause;
  state->listen();
  co_await state->keep_relaying();
}

void Relay::State::listen() {
  database.listen("outbox", [weak = weak_from_this()](std::string_view) {
    if (const auto state = weak.lock()) state->wake();
  });
}

Task<> Relay::State::keep_relaying() {
  while (!stopping) {
    std::exception_ptr failure;
    try {
      co_await relay_while_locked();
    } catch (...) {
      failure = std::current_exception();
    }
    active.set(0);
    if (failure) co_await recover(failure);
  }
}

Task<> Relay::State::relay_while_locked() {
  const auto lock = co_await database.try_lock(relay_lock);
  if (!lock) co_return co_await wait(options.poll);
  active.set(1);
  while (!stopping && lock->held()) {
    notified = false;  // before the look: what commits after it wakes us again
    const bool more = co_await publish_batch();
    pause = min_pause;
    co_await measure();
    if (!more) co_await wait(options.poll);
  }
}

// True when there may be more.
Task<bool> Relay::State::publish_batch() {
  const auto rows =
      co_await database.query(Scope::nobody(), oldest, static_cast<std::int64_t>(options.batch));
  if (rows.empty()) co_return false;
  auto batch = to_batch(rows);
  const auto count = batch.events.size();
  co_await bus.publish(std::move(batch.events));
  published.add(static_cast<double>(count));
  co_await database.query(Scope::nobody(), remove, std::move(batch.numbers));
  co_return count == options.batch;
}

Task<> Relay::State::measure() {
  if (steady_clock::now() - measured_at < measure_period) co_return;
  measured_at = steady_clock::now();
  const auto rows = co_await database.query(Scope::nobody(), depth);
  waiting.set(static_cast<double>(rows.front().get<std::int64_t>(0)));
  age.set(rows.front().get<double>(1));
}

// Ends early when the database notifies or stop() is called, also when that was a moment ago.
Task<> Relay::State::wait(milliseconds span) {
  if (notified || stopping) co_return;
  alarm->expires_after(span);
  co_await alarm->async_wait(asio::as_tuple(asio::use_awaitable));
}

void Relay::State::wake() {
  notified = true;
  if (alarm) alarm->cancel();
}

Task<> Relay::State::recover(std::exception_ptr failure) {
  const auto state = co_await asio::this_coro::cancellation_state;
  if (state.cancelled() != asio::cancellation_type::none) std::rethrow_exception(failure);
  failures.add();
  log::warn("the outbox cannot be relayed", {{"reason", words_of(failure)}});
  notified = false;  // a write does not make the bus come back sooner
  co_await wait(std::exchange(pause, std::min(pause * 2, options.max_retry_pause)));
}

}  // namespace mrbill::events
