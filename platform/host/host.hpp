// The loops of a process: each is started, stopped when the process is told to end, and waited for, so that
// what it holds is handed back before the process has gone.
//
//   host.run("outbox relay", relay_);                                    // Task<> run(), void stop()
//   host.run("previews", previews_, host::AtStop::cut_off);              // nothing of it is worth a wait
//   host.ready_when("database", [this] { return database_.connected(); });
//   host.at_end([this] { index_.commit(); });                            // behind the last loop
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <http/server.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::host {

enum class AtStop : std::uint8_t {
  waited_for,  // comes to its own end, within ServerOptions::shutdown_timeout
  cut_off,     // wherever it is
};

// Of one thread; nothing here is called from another.
class Host {
 public:
  // `member`: what no other process is called, on whichever machine ("catalog-worker-mars-4711").
  Host(http::Shard& shard, std::string member, metrics::Registry& registry, const Clock& clock);
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;

  [[nodiscard]] http::Shard& shard() { return shard_; }
  [[nodiscard]] asio::io_context& io() { return shard_.io(); }
  [[nodiscard]] metrics::Registry& registry() { return registry_; }
  [[nodiscard]] const Clock& clock() const { return clock_; }
  [[nodiscard]] const std::string& member() const { return member_; }

  // The loop outlives the host's thread; the name is a literal.
  template <class Loop>
  void run(std::string_view name, Loop& loop, AtStop at_stop = AtStop::waited_for) {
    run(name, loop.run(), [&loop] { loop.stop(); }, at_stop);
  }
  void run(std::string_view name, Task<> loop, std::function<void()> stop,
           AtStop at_stop = AtStop::waited_for);
  void ready_when(std::string name, std::function<bool()> check);
  // In the order in which they were said, once every loop that is waited for has ended.
  void at_end(std::function<void()> action) { last_actions_.push_back(std::move(action)); }

 private:
  struct Running;  // shared with the loops

  // The loop, counted until it is gone, however that comes about.
  [[nodiscard]] static Task<> counted(std::shared_ptr<Running> running, Task<> loop);
  [[nodiscard]] Task<> end();

  http::Shard& shard_;
  const std::string member_;
  metrics::Registry& registry_;
  const Clock& clock_;
  std::shared_ptr<Running> running_;
  std::vector<std::function<void()>> stops_;
  std::vector<std::function<void()>> last_actions_;
};

}  // namespace mrbill::host
