// The connections of one thread to one database.
//
// Invariants. A connection is either idle here, or in exactly one Checkout, or settling (rolling back,
// finishing what a cancelled coroutine left). A freed connection goes straight to the first who waits: nobody
// overtakes. At most options.connections are open or opening, at most options.waiting wait, each at most
// acquire_timeout. While the server is away one attempt after the other is made, with back-off, until it is
// back: waiters hope for the length of acquire_timeout, after that callers are refused at once.
#pragma once

#include <chrono>
#include <list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/asio/steady_timer.hpp>

#include <metrics/metrics.hpp>
#include <postgres/connection.hpp>
#include <postgres/database.hpp>

namespace mrbill::postgres {

// A connection, lent. Given back when this is destroyed, whatever state it is in then: the pool sees to it.
class Checkout {
 public:
  Checkout() = default;
  Checkout(std::shared_ptr<Pool> pool, std::shared_ptr<Connection> connection);
  Checkout(Checkout&&) noexcept = default;
  Checkout& operator=(Checkout&& other) noexcept;
  ~Checkout();
  explicit operator bool() const { return connection_ != nullptr; }
  Connection* operator->() const { return connection_.get(); }
  Connection& operator*() const { return *connection_; }
  void give_back();

 private:
  std::shared_ptr<Pool> pool_;
  std::shared_ptr<Connection> connection_;
};

class Pool : public std::enable_shared_from_this<Pool> {
 public:
  Pool(asio::io_context& io, Options options, metrics::Registry& registry);
  void start();  // opens the first connection

  [[nodiscard]] Checkout take_idle();      // empty when none is idle or others wait
  [[nodiscard]] Task<Checkout> acquire();  // throws Overloaded, Unavailable
  // Runs the commands and counts the exchange. Where a migration has outdated what was prepared, all
  // connections prepare anew, and a beginning is run once more: it is all that was done since the last
  // commit, and was undone.
  enum class Part : std::uint8_t { beginning, continuation };
  [[nodiscard]] Task<Rows> exchange(Connection& connection, std::span<const Command> commands, Part part);
  [[nodiscard]] bool connected() const { return !open_.empty(); }
  [[nodiscard]] std::shared_ptr<const Target> target() const { return target_; }
  [[nodiscard]] asio::io_context& io() const { return io_; }

  void close();  // refuses new work; connections that are out end as they come back
  void abort();  // ends everything now

 private:
  friend class Checkout;
  struct Waiter;
  struct Figures {
    metrics::Gauge& open;
    metrics::Gauge& in_use;
    metrics::Gauge& waiting;
    metrics::Histogram& seconds;
    metrics::Histogram& wait_seconds;
    metrics::Counter& unavailable;
    metrics::Counter& overloaded;
    metrics::Counter& refused;
  };

  [[nodiscard]] Rows answer(Connection& connection, std::chrono::steady_clock::time_point begun);
  [[nodiscard]] Deadline statement_deadline() const;
  Task<> undo(Connection& connection);
  static Figures figures(const std::string& name, metrics::Registry& registry);
  void refuse_if_hopeless();
  void came_back(std::shared_ptr<Connection> connection);
  void settle(const std::shared_ptr<Connection>& connection);
  void roll_back(const std::shared_ptr<Connection>& connection);
  void hand_over(std::shared_ptr<Connection> connection);
  void discard(const std::shared_ptr<Connection>& connection);
  void open_more();
  static Task<> open_one(std::shared_ptr<Pool> self);  // owns the pool even before it first runs
  Task<> back_off();
  [[nodiscard]] Task<bool> try_open();
  void opened(std::shared_ptr<Connection> connection);
  void idle_broke(const std::shared_ptr<Connection>& connection);
  [[nodiscard]] bool away_for_long() const;

  asio::io_context& io_;
  Options options_;
  std::shared_ptr<const Target> target_;
  Figures figures_;
  std::vector<std::shared_ptr<Connection>> open_;
  std::vector<std::shared_ptr<Connection>> idle_;  // the last used is used next: its caches are warm
  std::vector<std::shared_ptr<Connection>> opening_;
  std::list<Waiter*> waiters_;
  std::optional<std::chrono::steady_clock::time_point> away_since_;
  std::size_t failures_ = 0;
  std::size_t openers_ = 0;
  asio::steady_timer back_off_;
  bool closed_ = false;
  bool aborted_ = false;  // the figures may be gone
};

}  // namespace mrbill::postgres
