#include <array>

#include <postgres/pool.hpp>

namespace mrbill::postgres {

namespace {

constexpr auto lock_timeout = std::chrono::seconds(5);
constexpr Statement try_lock_statement{"try_lock", "SELECT pg_try_advisory_lock($1)"};

// The lock is the session's: it lasts exactly as long as the connection.
class SessionLock final : public Database::Lease {
 public:
  explicit SessionLock(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}
  ~SessionLock() override { connection_->end("the lock was given back"); }
  SessionLock(const SessionLock&) = delete;
  SessionLock& operator=(const SessionLock&) = delete;
  [[nodiscard]] bool held() const override { return !connection_->broken(); }

 private:
  std::shared_ptr<Connection> connection_;
};

}  // namespace

Task<std::unique_ptr<Database::Lease>> Database::try_lock(std::int64_t key) {
  auto pool = pool_;
  auto connection = std::make_shared<Connection>(pool->io());
  const auto deadline = Deadline::in(lock_timeout);
  co_await connection->connect(*pool->target(), deadline);
  const std::array<Command, 1> commands{Command{try_lock_statement, encode_all(key)}};
  connection->start(commands, deadline);
  co_await connection->settled();
  if (!connection->take().front().get<bool>(0)) co_return nullptr;
  co_return std::make_unique<SessionLock>(std::move(connection));
}

}  // namespace mrbill::postgres
