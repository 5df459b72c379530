#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/work_loop.hpp>
#include <log/log.hpp>

namespace mrbill {

WorkLoop::WorkLoop(asio::io_context& io, std::string name, std::chrono::milliseconds pause, Work work,
                   metrics::Registry& registry)
    : timer_(io),
      name_(std::move(name)),
      pause_(pause),
      work_(std::move(work)),
      done_(registry.counter("worker_done_total", "Things that a worker's loop has done", {{"loop", name_}})),
      failed_(registry.counter("worker_failures_total", "Turns of a worker's loop that failed",
                               {{"loop", name_}})) {}

Task<> WorkLoop::run() {
  if (first_pause_.count() > 0 && !stopped_) co_await rest(first_pause_);
  while (!stopped_) {
    woken_ = false;
    const auto done = co_await attempt();
    done_.add(static_cast<double>(done));
    if (done == 0 && !woken_ && !stopped_) co_await rest(pause_);
  }
}

Task<std::int64_t> WorkLoop::attempt() {
  try {
    co_return co_await work_();
  } catch (const std::exception& error) {
    failed_.add();
    log::warn("a worker's turn failed and is tried again", {{"loop", name_}, {"error", error.what()}});
    co_return 0;
  }
}

Task<> WorkLoop::rest(std::chrono::milliseconds pause) {
  timer_.expires_after(pause);
  boost::system::error_code woken;
  co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
}

void WorkLoop::wake() {
  woken_ = true;
  timer_.cancel();
}

void WorkLoop::stop() {
  stopped_ = true;
  timer_.cancel();
}

}  // namespace mrbill
