#include <algorithm>
#include <array>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <async/spawn.hpp>
#include <base/check.hpp>
#include <log/log.hpp>
#include <postgres/pool.hpp>

namespace mrbill::postgres {

using namespace std::chrono_literals;

namespace {

constexpr auto connect_timeout = 3s;
constexpr auto grace = 500ms;          // for what a cancelled coroutine left running
constexpr auto answer_margin = 500ms;  // the server's own statement_timeout should speak first
constexpr auto max_back_off = 400ms;
constexpr Statement rollback{"rollback", "ROLLBACK"};

double seconds_since(std::chrono::steady_clock::time_point moment) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - moment).count();
}

}  // namespace

Checkout::Checkout(std::shared_ptr<Pool> pool, std::shared_ptr<Connection> connection)
    : pool_(std::move(pool)), connection_(std::move(connection)) {}

Checkout& Checkout::operator=(Checkout&& other) noexcept {
  give_back();
  pool_ = std::move(other.pool_);
  connection_ = std::move(other.connection_);
  return *this;
}

Checkout::~Checkout() {
  give_back();
}

void Checkout::give_back() {
  if (connection_) pool_->came_back(std::exchange(connection_, nullptr));
}

struct Pool::Waiter {
  explicit Waiter(Pool& its_pool)
      : pool(its_pool),
        timer(its_pool.io_, its_pool.options_.acquire_timeout),
        place(its_pool.waiters_.insert(its_pool.waiters_.end(), this)) {
    pool.figures_.waiting.add(1);
  }
  ~Waiter() { leave(); }
  void leave() {
    if (!queued) return;
    queued = false;
    pool.waiters_.erase(place);
    pool.figures_.waiting.add(-1);
  }
  void wake() {
    leave();
    timer.cancel();
  }

  Pool& pool;
  asio::steady_timer timer;  // runs out at the acquire timeout, cancelled to wake
  Checkout given;
  bool queued = true;
  std::list<Waiter*>::iterator place;
};

Pool::Figures Pool::figures(const std::string& name, metrics::Registry& registry) {
  const metrics::Labels labels{{"database", name}};
  const auto errors = [&](const char* kind) -> metrics::Counter& {
    return registry.counter("postgres_errors_total", "Statements without an answer",
                            {{"database", name}, {"kind", kind}});
  };
  return {registry.gauge("postgres_connections", "Open connections", labels),
          registry.gauge("postgres_connections_in_use", "Connections at work", labels),
          registry.gauge("postgres_waiting", "Tasks that wait for a connection", labels),
          registry.histogram("postgres_query_seconds", "One exchange with the server", labels),
          registry.histogram("postgres_acquire_seconds", "Waits for a connection, where there was a wait",
                             labels),
          errors("unavailable"),
          errors("overloaded"),
          errors("refused")};
}

Pool::Pool(asio::io_context& io, Options options, metrics::Registry& registry)
    : io_(io),
      options_(std::move(options)),
      target_(std::make_shared<Target>(options_.url, "mrbill " + options_.name,
                                       SessionSettings{options_.statement_timeout, options_.generic_plans})),
      figures_(figures(options_.name, registry)),
      back_off_(io) {}

void Pool::start() {
  open_more();
}

Deadline Pool::statement_deadline() const {
  return Deadline::in(options_.statement_timeout + answer_margin);
}

Checkout Pool::take_idle() {
  if (closed_ || idle_.empty()) return {};
  auto connection = std::move(idle_.back());
  idle_.pop_back();
  figures_.in_use.add(1);
  return {shared_from_this(), std::move(connection)};
}

Task<Checkout> Pool::acquire() {
  auto self = shared_from_this();
  if (auto idle = take_idle()) co_return idle;
  refuse_if_hopeless();
  const auto begun = std::chrono::steady_clock::now();
  Waiter waiter(*this);
  open_more();
  auto [cut_short] = co_await waiter.timer.async_wait(asio::as_tuple(asio::use_awaitable));
  if (aborted_) throw Unavailable("the database pool is closed");
  figures_.wait_seconds.observe(seconds_since(begun));
  if (waiter.given) co_return std::move(waiter.given);
  if (closed_) throw Unavailable("the database pool is closed");
  if (cut_short) throw boost::system::system_error(cut_short, "a connection was awaited no longer");
  if (open_.empty()) {
    figures_.unavailable.add();
    throw Unavailable("the database is away");
  }
  figures_.overloaded.add();
  throw Overloaded("no database connection became free in time");
}

void Pool::refuse_if_hopeless() {
  if (closed_) throw Unavailable("the database pool is closed");
  if (away_for_long()) {
    figures_.unavailable.add();
    throw Unavailable("the database is away");
  }
  if (waiters_.size() >= options_.waiting) {
    figures_.overloaded.add();
    throw Overloaded("too many wait for a database connection");
  }
}

bool Pool::away_for_long() const {
  return away_since_ && std::chrono::steady_clock::now() - *away_since_ > options_.acquire_timeout;
}

Task<Rows> Pool::exchange(Connection& connection, std::span<const Command> commands, Part part) {
  const auto begun = std::chrono::steady_clock::now();
  connection.start(commands, statement_deadline());
  co_await connection.settled();
  if (connection.outdated()) {
    for (const auto& each : open_) each->prepare_anew();
    if (part == Part::beginning) {
      if (connection.in_transaction()) co_await undo(connection);
      connection.start(commands, statement_deadline());
      co_await connection.settled();
    }
  }
  co_return answer(connection, begun);
}

Task<> Pool::undo(Connection& connection) {
  const std::array<Command, 1> commands{Command{rollback, {}}};
  connection.start(commands, statement_deadline());
  co_await connection.settled();
}

Rows Pool::answer(Connection& connection, std::chrono::steady_clock::time_point begun) {
  if (aborted_) return connection.take();
  figures_.seconds.observe(seconds_since(begun));
  try {
    return connection.take();
  } catch (const Unavailable&) {
    figures_.unavailable.add();
    throw;
  } catch (const StatementError&) {
    figures_.refused.add();
    throw;
  }
}

// -- Connections come back

void Pool::came_back(std::shared_ptr<Connection> connection) {
  if (aborted_) return;
  if (connection->busy()) {
    connection->hurry(Deadline::in(grace));
    return settle(connection);
  }
  if (connection->in_transaction()) return roll_back(connection);
  figures_.in_use.add(-1);
  if (closed_) connection->end("the database pool is closed");
  if (connection->worn_out()) connection->end("replaced by a new connection");
  if (connection->broken()) return discard(connection);
  hand_over(std::move(connection));
}

void Pool::settle(const std::shared_ptr<Connection>& connection) {
  connection->when_settled([self = shared_from_this(), connection] { self->came_back(connection); });
}

void Pool::roll_back(const std::shared_ptr<Connection>& connection) {
  const std::array<Command, 1> commands{Command{rollback, {}}};
  connection->start(commands, Deadline::in(options_.statement_timeout));
  connection->when_settled([self = shared_from_this(), connection] {
    if (connection->in_transaction()) connection->end("a transaction could not be rolled back");
    self->came_back(connection);
  });
}

void Pool::hand_over(std::shared_ptr<Connection> connection) {
  if (waiters_.empty()) {
    idle_.push_back(std::move(connection));
    return;
  }
  auto& first = *waiters_.front();
  figures_.in_use.add(1);
  first.given = Checkout(shared_from_this(), std::move(connection));
  first.wake();
}

void Pool::discard(const std::shared_ptr<Connection>& connection) {
  if (std::erase(open_, connection) == 0) return;
  figures_.open.add(-1);
  if (open_.empty() && !closed_) {
    away_since_ = std::chrono::steady_clock::now();
    log::warn("database connection lost", {{"database", options_.name}, {"reason", connection->reason()}});
  }
  open_more();
}

void Pool::idle_broke(const std::shared_ptr<Connection>& connection) {
  if (std::erase(idle_, connection) > 0) discard(connection);
}

// -- Connections are opened

// One at least, so that readiness is known without a request; one for each that waits; but while attempts
// fail, one at a time.
void Pool::open_more() {
  const auto room = options_.connections - std::min(options_.connections, open_.size() + openers_);
  const std::size_t first = open_.empty() ? 1 : 0;
  const auto wanted = std::max(waiters_.size(), first);
  auto more = std::min(room, wanted - std::min(wanted, openers_));
  if (failures_ > 0 && openers_ > 0) more = 0;
  if (closed_) more = 0;
  for (; more > 0; --more) {
    ++openers_;
    spawn(io_, "database connect", open_one(shared_from_this()));
  }
}

Task<> Pool::open_one(std::shared_ptr<Pool> self) {
  while (!self->closed_) {
    if (co_await self->try_open()) co_return;
    const bool others_try = self->openers_ > 1;
    const bool nobody_waits = !self->open_.empty() && self->waiters_.empty();
    if (others_try || nobody_waits) break;
    co_await self->back_off();
  }
  --self->openers_;
}

Task<bool> Pool::try_open() {
  auto connection = opening_.emplace_back(std::make_shared<Connection>(io_));
  std::string reason;
  try {
    co_await connection->connect(*target_, Deadline::in(connect_timeout));
  } catch (const Unavailable& problem) {
    reason = problem.what();
  }
  std::erase(opening_, connection);
  if (reason.empty()) {
    --openers_;
    opened(std::move(connection));
    co_return true;
  }
  if (failures_ == 0 && !closed_) {
    log::warn("no connection to the database", {{"database", options_.name}, {"reason", reason}});
  }
  ++failures_;
  if (open_.empty() && !away_since_) away_since_ = std::chrono::steady_clock::now();
  co_return false;
}

// 20 ms, doubled at each failure, with no two instances in step.
Task<> Pool::back_off() {
  const auto doubled = 20ms * (1U << std::min<std::size_t>(failures_, 6));
  const auto max = std::min<std::chrono::milliseconds>(doubled, max_back_off);
  const auto jitter = std::chrono::steady_clock::now().time_since_epoch().count() / 1000 % (max.count() / 2);
  back_off_.expires_after(max - std::chrono::milliseconds(jitter));
  static_cast<void>(co_await back_off_.async_wait(asio::as_tuple(asio::use_awaitable)));
}

void Pool::opened(std::shared_ptr<Connection> connection) {
  if (away_since_ || failures_ > 0) log::info("connected to the database", {{"database", options_.name}});
  failures_ = 0;
  away_since_.reset();
  if (closed_) return connection->end("the database pool is closed");
  connection->on_broken = [pool = weak_from_this(), broken = std::weak_ptr(connection)] {
    auto self = pool.lock();
    auto it = broken.lock();
    if (self && it) self->idle_broke(it);
  };
  open_.push_back(connection);
  figures_.open.add(1);
  hand_over(std::move(connection));
  open_more();
}

// -- The end

void Pool::close() {
  if (closed_) return;
  closed_ = true;
  back_off_.cancel();
  while (!waiters_.empty()) waiters_.front()->wake();
  for (const auto& connection : opening_) connection->end("the database pool is closed");
  for (const auto& connection : std::exchange(idle_, {})) {
    connection->end("the database pool is closed");
    discard(connection);
  }
}

void Pool::abort() {
  close();
  aborted_ = true;
  figures_.in_use.add(-static_cast<double>(open_.size()));
  figures_.open.add(-static_cast<double>(open_.size()));
  for (const auto& connection : std::exchange(open_, {})) connection->end("the database pool is closed");
}

}  // namespace mrbill::postgres
