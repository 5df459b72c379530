// PostgreSQL on coroutines: libpq in pipeline mode, one round trip where others need four.
//
//   constexpr Statement find_poc{"find_poc", "SELECT name FROM pocs WHERE poc_id = $1"};
//   auto rows = co_await db.query(Scope::of(tenant, user), find_poc, id);   // BEGIN, set_config, statement,
//   COMMIT: 1 trip auto name = rows[0].get<std::string>(0);
//
//   auto tx = co_await db.begin(scope);
//   co_await tx.query(insert_poc, id, name);
//   co_await tx.commit();              // a Transaction that is destroyed without commit is rolled back
//
// A Database belongs to one thread. Statements are prepared on first use of each connection. Parameters and
// results are encoded by Codec (codec.hpp): bool, int32/64, double, string, Uuid, Id, Timestamp, Json,
// optional and vector of these. The world's failures are exceptions (error.hpp).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <async/deadline.hpp>
#include <async/task.hpp>
#include <base/secret.hpp>
#include <base/uuid.hpp>
#include <metrics/metrics.hpp>
#include <postgres/codec.hpp>
#include <postgres/error.hpp>
#include <postgres/rows.hpp>
#include <postgres/statement.hpp>

namespace boost::asio {
class io_context;
}

namespace mrbill::postgres {

// Whose rows may be seen: app.tenant_id and app.user_id of the transaction. nobody() sees no tenant's row.
struct Scope {
  std::optional<TenantId> tenant;
  std::optional<UserId> user;

  [[nodiscard]] static Scope nobody() { return {}; }
  [[nodiscard]] static Scope of(TenantId tenant) { return {tenant, std::nullopt}; }
  [[nodiscard]] static Scope of(TenantId tenant, UserId user) { return {tenant, user}; }
  [[nodiscard]] static Scope person(UserId user) { return {std::nullopt, user}; }
};

struct Options {
  Secret url;                   // postgresql://role:password@host:port/database
  std::size_t connections = 8;  // per thread
  std::size_t waiting = 256;    // beyond it acquire throws Overloaded at once
  std::chrono::milliseconds acquire_timeout{2'000};
  std::chrono::milliseconds statement_timeout{10'000};
  // Statements are planned once, not for each one's values: for programs whose statements have one good plan.
  bool generic_plans = false;
  std::string name = "database";  // label of its metrics
};

class Pool;
class Listener;

// Several statements in one transaction, one after the other. BEGIN and the scope travel with the first of
// them. After a StatementError nothing but rollback() or destruction makes sense.
class Transaction {
 public:
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();  // rolls back unless committed; the connection is lent again only after that

  template <class... A>
  Task<Rows> query(Statement statement, A... arguments) {
    return run(statement, encode_all(arguments...));
  }
  Task<Rows> query(Statement statement, Arguments arguments) { return run(statement, std::move(arguments)); }
  // For a statement whose rows nobody needs: it travels with the next query or with commit, in the same round
  // trip, and its failure shows there. Three defer() and a commit() cost one round trip. The statement's
  // texts must live until then.
  template <class... A>
  void defer(Statement statement, const A&... arguments) {
    put_off(statement, encode_all(arguments...));
  }
  void defer(Statement statement, Arguments arguments) { put_off(statement, std::move(arguments)); }
  // Unavailable: nobody knows whether it was committed.
  Task<> commit();
  Task<> rollback();

 private:
  friend class Database;
  struct State;
  explicit Transaction(std::unique_ptr<State> state);
  Task<Rows> run(Statement statement, Arguments arguments);
  void put_off(Statement statement, Arguments arguments);
  std::unique_ptr<State> state_;
};

class Database {
 public:
  // Opens its first connection in the background; throws std::invalid_argument for a URL that cannot be read.
  Database(asio::io_context& io, Options options, metrics::Registry& registry);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // One statement in a transaction of its own, within the scope: one round trip.
  template <class... A>
  Task<Rows> query(Scope scope, Statement statement, A... arguments) {
    return run(scope, statement, encode_all(arguments...));
  }
  Task<Rows> query(Scope scope, Statement statement, Arguments arguments) {
    return run(scope, statement, std::move(arguments));
  }
  [[nodiscard]] Task<Transaction> begin(Scope scope);
  // A session-level advisory lock on a connection of its own, held until the lease is destroyed or the
  // connection breaks (then held() is false): for work that only one instance does (relay, sweeper). Nothing
  // if another holds it.
  class Lease {
   public:
    virtual ~Lease() = default;
    [[nodiscard]] virtual bool held() const = 0;
  };
  [[nodiscard]] Task<std::unique_ptr<Lease>> try_lock(std::int64_t key);
  // LISTEN on a connection of its own; the callback runs on this thread; it is called with "" after each
  // (re)connect, since notifications may have been missed.
  void listen(std::string channel, std::function<void(std::string_view payload)> notified);
  [[nodiscard]] bool connected() const;  // for readiness: there is a connection to the server
  void close();                          // refuses new work and who waits; connections end as they come back

 private:
  Task<Rows> run(Scope scope, Statement statement, Arguments arguments);
  std::shared_ptr<Pool> pool_;
  std::vector<std::shared_ptr<Listener>> listeners_;
};

}  // namespace mrbill::postgres
