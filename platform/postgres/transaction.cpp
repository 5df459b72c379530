#include <utility>

#include <base/check.hpp>
#include <postgres/pool.hpp>
#include <postgres/scope.hpp>

namespace mrbill::postgres {

namespace {

constexpr Statement begin_statement{"begin", "BEGIN"};
constexpr Statement commit_statement{"commit", "COMMIT"};
constexpr Statement rollback_statement{"rollback", "ROLLBACK"};

}  // namespace

// waiting holds what has not been sent yet, BEGIN among it: a transaction of which nothing was sent needs no
// round trip.
struct Transaction::State {
  std::shared_ptr<Pool> pool;
  Checkout connection;
  std::vector<Command> waiting;
  bool begun = false;
  bool finished = false;

  void add(Statement statement, Arguments arguments) {
    CHECK(!finished, "a transaction ends once");
    waiting.push_back({statement, std::move(arguments)});
  }

  Task<Rows> exchange() {
    const auto part = std::exchange(begun, true) ? Pool::Part::continuation : Pool::Part::beginning;
    const auto commands = std::exchange(waiting, {});
    co_return co_await pool->exchange(*connection, commands, part);
  }
};

Transaction::Transaction(std::unique_ptr<State> state) : state_(std::move(state)) {}
Transaction::Transaction(Transaction&&) noexcept = default;
Transaction::~Transaction() =
    default;  // the pool rolls back a connection that comes back within a transaction

Task<Transaction> Database::begin(Scope scope) {
  auto state = std::make_unique<Transaction::State>();
  state->pool = pool_;
  state->connection = pool_->take_idle();
  if (!state->connection) state->connection = co_await state->pool->acquire();
  state->add(begin_statement, {});
  if (!is_nobody(scope)) state->waiting.push_back(enter(scope));
  co_return Transaction(std::move(state));
}

Task<Rows> Transaction::run(Statement statement, Arguments arguments) {
  state_->add(statement, std::move(arguments));
  return state_->exchange();
}

void Transaction::put_off(Statement statement, Arguments arguments) {
  state_->add(statement, std::move(arguments));
}

// PostgreSQL answers COMMIT in a failed transaction with ROLLBACK and no error.
Task<> Transaction::commit() {
  auto& state = *state_;
  state.add(commit_statement, {});
  state.finished = true;
  const Rows outcome = co_await state.exchange();
  state.connection.give_back();
  if (outcome.tag() != "COMMIT") {
    throw StatementError("25P02", "", "commit: the transaction had failed before and was rolled back");
  }
}

Task<> Transaction::rollback() {
  auto& state = *state_;
  CHECK(!state.finished, "a transaction ends once");
  state.finished = true;
  state.waiting.clear();
  if (state.begun) {
    state.waiting.push_back({rollback_statement, {}});
    co_await state.exchange();
  }
  state.connection.give_back();
}

}  // namespace mrbill::postgres
