// One connection in pipeline mode. An exchange is some commands and one Sync, sent together and answered
// together: one round trip. At most one exchange runs at a time.
//
//   connection->start(commands, Deadline::in(10s));
//   co_await connection->settled();
//   Rows rows = connection->take();   // of the last command; throws what went wrong
//
// Invariants. The socket is watched from connect() to the end, so a connection that breaks while idle is
// noticed. Every exchange settles: by its Sync, or by its deadline, which breaks the connection. A
// coroutine that is cancelled in settled() leaves an exchange that goes on by itself; when it has
// settled the connection is as good as before. Belongs to one thread. on_broken and on_notify must not
// own this connection.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <async/deadline.hpp>
#include <async/task.hpp>
#include <postgres/prepared.hpp>
#include <postgres/rows.hpp>
#include <postgres/statement.hpp>
#include <postgres/target.hpp>

struct pg_conn;  // libpq's PGconn

namespace boost::asio {
class io_context;
}

namespace mrbill::postgres {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Wake = std::move_only_function<void()>;
  explicit Connection(asio::io_context& io);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] Task<> connect(const Target& target,
                               Deadline deadline);  // throws Unavailable; target must outlive it

  void start(std::span<const Command> commands, Deadline deadline);  // never throws: trouble shows in take()
  [[nodiscard]] Task<> settled();
  void when_settled(Wake wake);  // runs later, never from within this call
  [[nodiscard]] Rows take();
  void hurry(Deadline deadline);  // brings the running exchange's deadline forward
  void end(const std::string& reason);

  [[nodiscard]] bool busy() const { return state_ == State::busy; }
  [[nodiscard]] bool broken() const { return state_ == State::broken; }
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] bool worn_out() const { return worn_out_; }  // still correct, but better not used again
  // The last exchange failed because what had been prepared does not fit the tables any more (a migration),
  // or is gone. It did nothing, and started once more it prepares anew.
  [[nodiscard]] bool outdated() const { return outdated_; }
  void prepare_anew() { forgets_prepared_ = true; }                    // from the next exchange on
  [[nodiscard]] const std::string& reason() const { return reason_; }  // why it broke

  std::function<void()> on_broken;
  std::function<void(std::string_view payload)> on_notify;

 private:
  enum class State : std::uint8_t { connecting, idle, busy, broken };
  enum class Kind : std::uint8_t { command, prepare, deallocate };
  struct Expected {  // one answer on its way
    Kind kind;
    std::string name;
  };
  struct Refusal {
    std::string sqlstate;
    std::string constraint;
    std::string message;
  };

  void send(const Command& command);
  void prepare(const Statement& statement);
  void forget_prepared();
  void end_unless(bool sent);
  void flush();
  void watch_socket();
  void readable();
  void receive();
  void accept(pg_result* result);
  void refuse(pg_result* result);
  void answer_ended();
  void settle();
  void notice(const pg_result* notice);
  void watch_deadline(Deadline deadline);
  void deadline_passed();
  void wake();
  void release_socket();

  asio::io_context& io_;
  std::unique_ptr<pg_conn, void (*)(pg_conn*)> pg_;
  asio::posix::stream_descriptor socket_;  // libpq's own socket, borrowed: always released, never closed here
  State state_ = State::connecting;
  Prepared prepared_;
  bool worn_out_ = false;
  bool outdated_ = false;
  bool forgets_prepared_ = false;
  bool writing_ = false;
  std::string reason_;
  std::string farewell_;  // what the server said when it ended an idle connection

  std::deque<Expected> expected_;
  bool answer_failed_ =
      false;  // the answer at the front of expected_ was an error, or was skipped because of one
  Rows rows_;
  std::optional<Refusal> refusal_;

  asio::steady_timer timer_;
  Deadline deadline_;
  bool timer_armed_ = false;
  Wake wake_;
  std::uint64_t wait_ = 0;  // numbers the waits, so that a late cancellation cannot wake the next one
};

}  // namespace mrbill::postgres
