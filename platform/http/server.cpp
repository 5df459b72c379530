#include <atomic>
#include <csignal>
#include <thread>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/deadline.hpp>
#include <async/spawn.hpp>
#include <async/within.hpp>
#include <http/health.hpp>
#include <http/server.hpp>
#include <http/shard_core.hpp>
#include <log/log.hpp>

namespace mrbill::http {

namespace {

constexpr std::chrono::milliseconds readiness_timeout{1'000};
constexpr std::chrono::milliseconds readiness_interval{10};
constexpr std::chrono::milliseconds handshakes_under_way{
    10};  // of connections that the kernel led here before it was told

Task<std::optional<std::string>> unready(const ShardCore* shard) {
  co_return shard->unready();
}
Task<> listen(ShardCore* shard) {
  shard->listen();
  co_return;
}
Task<> share_evenly(ShardCore* shard) {
  shard->share_evenly();
  co_return;
}
Task<> step_aside(ShardCore* shard) {
  shard->step_aside();
  co_return;
}
Task<> stop_accepting(ShardCore* shard) {
  shard->stop_accepting();
  co_return;
}
Task<> retire(ShardCore* shard) {
  shard->retire();
  co_return;
}

// Runs a task on another thread's loop and comes back with its result.
template <class T>
Task<T> run_on(ShardCore* shard, Task<T> task) {
  return asio::co_spawn(shard->io(), std::move(task), asio::use_awaitable);
}

}  // namespace

// The thread of run() has a loop of its own, `control`, for signals and for the order of the shutdown.
struct Server::State {
  State(ServerOptions chosen, metrics::Registry& registry, const std::function<void(Shard&)>& compose);

  int run();
  void request_stop();
  Task<> live();
  Task<> succeed();
  Task<> give_up_the_ports();
  Task<> wait_for_stop(std::chrono::milliseconds max_wait);
  Task<std::optional<std::string>> first_unready() const;
  void open_ports();

  ServerOptions options;
  ProcessLoad load;
  asio::io_context control{1};
  asio::signal_set signals{control};
  asio::steady_timer stop_wanted{control};
  unsigned stops = 0;
  std::vector<std::unique_ptr<ShardCore>> shards;
  std::uint16_t port = 0;
  std::uint16_t internal_port = 0;
  std::atomic<bool> listening{false};
};

Server::State::State(ServerOptions chosen, metrics::Registry& registry,
                     const std::function<void(Shard&)>& compose)
    : options(std::move(chosen)) {
  for (unsigned index = 0; index < options.threads; ++index) {
    shards.push_back(std::make_unique<ShardCore>(index, options, registry, load));
    shards.back()->mount_internal(health_routes([this] { return first_unready(); }, registry));
    compose(*shards.back());
  }
  open_ports();
}

void Server::State::open_ports() {
  port = options.port;
  internal_port = options.internal_port;
  for (auto& shard : shards) {
    if (options.serves_api) port = shard->take_api_port(port);
    internal_port = shard->take_internal_port(internal_port);
    if (!options.listen_when_ready) shard->listen();
  }
  listening = !options.listen_when_ready;
}

Task<std::optional<std::string>> Server::State::first_unready() const {
  for (const auto& shard : shards) {
    try {
      if (auto name =
              co_await within(Deadline::in(readiness_timeout), run_on(shard.get(), unready(shard.get())))) {
        co_return name;
      }
    } catch (const DeadlineExceeded&) {
      co_return "thread " + std::to_string(shard->index());
    }
  }
  co_return std::nullopt;
}

void Server::State::request_stop() {
  ++stops;
  stop_wanted.cancel();
}

// Ends early when a further stop is wanted.
Task<> Server::State::wait_for_stop(std::chrono::milliseconds max_wait) {
  const auto seen = stops;
  stop_wanted.expires_after(max_wait);
  while (stops == seen && stop_wanted.expiry() > std::chrono::steady_clock::now()) {
    boost::system::error_code ignored;
    co_await stop_wanted.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
}

// The predecessor serves until we can. It steps aside for us and is gone after its drain_timeout at
// the latest.
Task<> Server::State::succeed() {
  for (bool ready = false; !ready && stops == 0;) {
    const auto missing = co_await first_unready();
    ready = !missing;
    if (!ready) co_await wait_for_stop(readiness_interval);
  }
  if (stops > 0) co_return;
  for (auto& shard : shards) co_await run_on(shard.get(), listen(shard.get()));
  listening = true;
  log::info("serving as the successor", {{"port", port}});
  co_await wait_for_stop(options.drain_timeout + options.shutdown_timeout * 2);
  co_await run_on(shards.front().get(), share_evenly(shards.front().get()));
}

Task<> Server::State::give_up_the_ports() {
  co_await run_on(shards.front().get(), step_aside(shards.front().get()));
  co_await sleep_for(handshakes_under_way);
  for (auto& shard : shards) co_await run_on(shard.get(), stop_accepting(shard.get()));
}

Task<> Server::State::live() {
  constexpr auto for_ever = std::chrono::hours(24);
  if (options.listen_when_ready) co_await succeed();
  while (stops == 0) co_await wait_for_stop(for_ever);
  log::info("stopping: not ready any more", {{"delayMs", options.deregistration_delay.count()}});
  for (auto& shard : shards) co_await run_on(shard.get(), retire(shard.get()));
  if (stops == 1) co_await wait_for_stop(options.deregistration_delay);
  log::info("stopping: no new connections");
  co_await give_up_the_ports();
  const auto deadline = Deadline::in(options.drain_timeout);
  for (auto& shard : shards) co_await run_on(shard.get(), shard->drain(deadline));
  for (auto& shard : shards) co_await run_on(shard.get(), shard->shut_down());
  log::info("stopped");
  for (auto& shard : shards) shard->stop();
  signals.cancel();
}

int Server::State::run() {
  signals.add(SIGTERM);
  signals.add(SIGINT);
  std::function<void(boost::system::error_code, int)> on_signal = [this, &on_signal](
                                                                      boost::system::error_code error, int) {
    if (error) return;
    request_stop();
    signals.async_wait(on_signal);
  };
  signals.async_wait(on_signal);
  spawn(control, "server", live());
  std::vector<std::jthread> threads;
  for (auto& shard : shards) threads.emplace_back([&shard] { shard->run(); });
  log::info("serving", {{"port", port}, {"internalPort", internal_port}, {"threads", options.threads}});
  control.run();
  return 0;
}

Server::Server(ServerOptions options, metrics::Registry& registry, std::function<void(Shard&)> compose)
    : state_(std::make_unique<State>(std::move(options), registry, compose)) {}
Server::~Server() = default;

int Server::run() {
  return state_->run();
}
void Server::stop() {
  asio::post(state_->control, [state = state_.get()] { state->request_stop(); });
}
std::uint16_t Server::port() const {
  return state_->port;
}
bool Server::listening() const {
  return state_->listening;
}
std::uint16_t Server::internal_port() const {
  return state_->internal_port;
}

}  // namespace mrbill::http
