#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/spawn.hpp>
#include <host/host.hpp>

namespace mrbill::host {

// How many loops are waited for, and what wakes who waits.
struct Host::Running {
  explicit Running(asio::io_context& io) : changed(io, asio::steady_timer::time_point::max()) {}

  int loops = 0;
  asio::steady_timer changed;
};

Task<> Host::counted(std::shared_ptr<Running> running, Task<> loop) {
  struct Place {
    explicit Place(Running& all) : running(all) { ++running.loops; }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
      --running.loops;
      running.changed.cancel();
    }
    Running& running;
  };
  const Place place(*running);
  co_await std::move(loop);
}

Host::Host(http::Shard& shard, std::string member, metrics::Registry& registry, const Clock& clock)
    : shard_(shard),
      member_(std::move(member)),
      registry_(registry),
      clock_(clock),
      running_(std::make_shared<Running>(shard.io())) {
  shard.on_shutdown([this] { return end(); });
}

void Host::ready_when(std::string name, std::function<bool()> check) {
  shard_.ready_when(std::move(name), std::move(check));
}

void Host::run(std::string_view name, Task<> loop, std::function<void()> stop, AtStop at_stop) {
  stops_.push_back(std::move(stop));
  if (at_stop == AtStop::waited_for) loop = counted(running_, std::move(loop));
  spawn(io(), name, std::move(loop));
}

Task<> Host::end() {
  for (const auto& stop : stops_) stop();
  const auto running = running_;
  while (running->loops > 0) {
    boost::system::error_code woken;
    co_await running->changed.async_wait(asio::redirect_error(asio::use_awaitable, woken));
  }
  for (const auto& action : last_actions_) action();
}

}  // namespace mrbill::host
