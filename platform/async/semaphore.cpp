#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/semaphore.hpp>
#include <base/check.hpp>

namespace mrbill {

// Lives in the frame of the coroutine that waits; its destructor takes it out of the line however the
// wait ends.
struct Semaphore::Waiter {
  Waiter(std::list<Waiter*>& waiters, asio::steady_timer clock)
      : line(waiters), timer(std::move(clock)), at(line.insert(line.end(), this)) {}
  ~Waiter() {
    if (!handed) line.erase(at);
  }
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;

  std::list<Waiter*>& line;
  asio::steady_timer timer;
  std::list<Waiter*>::iterator at;
  bool handed = false;
};

Semaphore::Semaphore(std::size_t places, std::size_t waiting) : free_(places), max_waiting_(waiting) {}
Semaphore::~Semaphore() {
  CHECK(line_.empty(), "whoever waits is ended before what it waits for");
}

Task<Semaphore::Place> Semaphore::acquire(Deadline deadline) {
  if (free_ > 0) {
    --free_;
    co_return Place(this);
  }
  if (line_.size() >= max_waiting_) throw SemaphoreFull();
  Waiter waiter(line_, asio::steady_timer(co_await asio::this_coro::executor, deadline.moment()));
  boost::system::error_code ended;
  try {
    co_await waiter.timer.async_wait(asio::redirect_error(asio::use_awaitable, ended));
  } catch (...) {
    if (waiter.handed) release();  // cancelled after the place was handed over: pass it on
    throw;
  }
  if (!waiter.handed) throw DeadlineExceeded("no place became free in time");
  co_return Place(this);
}

void Semaphore::release() {
  if (line_.empty()) {
    ++free_;
    return;
  }
  Waiter* next = line_.front();
  line_.pop_front();
  next->handed = true;
  next->timer.cancel();
}

}  // namespace mrbill
