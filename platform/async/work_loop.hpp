// Work that is done again and again: when woken, and at the latest after a pause. The one place where a
// worker's failures end: logged, counted, tried again after the pause.
//
//   WorkLoop mails(io, "mail delivery", 1s, [&] { return deliver_mail.run(); }, registry);
//   database.listen("mails", [&](auto) { mails.wake(); });
//   spawn(io, "mail delivery", mails.run());
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include <boost/asio/steady_timer.hpp>

#include <async/task.hpp>
#include <metrics/metrics.hpp>

namespace mrbill {

class WorkLoop {
 public:
  // How many things were done; as long as it is not zero the work goes on without a pause.
  using Work = std::function<Task<std::int64_t>()>;

  WorkLoop(asio::io_context& io, std::string name, std::chrono::milliseconds pause, Work work,
           metrics::Registry& registry);
  void rest_first(std::chrono::milliseconds pause) { first_pause_ = pause; }
  [[nodiscard]] Task<> run();  // until stop()
  void wake();
  void stop();

 private:
  [[nodiscard]] Task<std::int64_t> attempt();
  [[nodiscard]] Task<> rest(std::chrono::milliseconds pause);

  asio::steady_timer timer_;
  std::string name_;
  std::chrono::milliseconds pause_;
  std::chrono::milliseconds first_pause_{0};
  Work work_;
  metrics::Counter& done_;
  metrics::Counter& failed_;
  bool woken_ = false;
  bool stopped_ = false;
};

}  // namespace mrbill
