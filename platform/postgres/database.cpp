#include <array>

#include <postgres/database.hpp>
#include <postgres/listener.hpp>
#include <postgres/pool.hpp>
#include <postgres/scope.hpp>

namespace mrbill::postgres {

Database::Database(asio::io_context& io, Options options, metrics::Registry& registry)
    : pool_(std::make_shared<Pool>(io, std::move(options), registry)) {
  pool_->start();
}

Database::~Database() {
  for (const auto& listener : listeners_) listener->close();
  pool_->abort();
}

// The commands between two Syncs are one implicit transaction, which the Sync commits: BEGIN and COMMIT are
// not needed.
Task<Rows> Database::run(Scope scope, Statement statement, Arguments arguments) {
  auto pool = pool_;
  auto connection = pool->take_idle();
  if (!connection) connection = co_await pool->acquire();
  const std::array<Command, 2> commands{enter(scope), Command{statement, std::move(arguments)}};
  const auto wanted = std::span<const Command>(commands).last(is_nobody(scope) ? 1 : 2);
  co_return co_await pool->exchange(*connection, wanted, Pool::Part::beginning);
}

bool Database::connected() const {
  return pool_->connected();
}

void Database::listen(std::string channel, std::function<void(std::string_view payload)> notified) {
  auto listener =
      std::make_shared<Listener>(pool_->io(), pool_->target(), std::move(channel), std::move(notified));
  listeners_.push_back(listener);
  listener->start();
}

void Database::close() {
  for (const auto& listener : listeners_) listener->close();
  pool_->close();
}

}  // namespace mrbill::postgres
