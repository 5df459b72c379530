// Semaphore: at most `places` at work, at most `waiting` in line, first come first served, on one thread. A
// freed place is handed to its waiter directly, so nobody overtakes the line and no wake-up is lost.
//
//   Semaphore uploads(4, 16);
//   auto place = co_await uploads.acquire(Deadline::in(2s));   // throws SemaphoreFull or DeadlineExceeded
//
// Safety: places in use never exceed `places`. Liveness: a released place goes to the oldest waiter
// still waiting.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <utility>

#include <async/deadline.hpp>
#include <async/task.hpp>
#include <base/unavailable.hpp>

namespace mrbill {

class SemaphoreFull : public ServiceUnavailable {
 public:
  SemaphoreFull() : ServiceUnavailable("too many are waiting in line") {}
};

class Semaphore {
 public:
  // A place; giving it back is its destruction.
  class Place {
   public:
    explicit Place(Semaphore* home) : home_(home) {}
    Place(Place&& other) noexcept : home_(std::exchange(other.home_, nullptr)) {}
    Place& operator=(Place&&) = delete;
    ~Place() {
      if (home_ != nullptr) home_->release();
    }

   private:
    Semaphore* home_;
  };

  Semaphore(std::size_t places, std::size_t waiting);
  ~Semaphore();
  Semaphore(const Semaphore&) = delete;
  Semaphore& operator=(const Semaphore&) = delete;

  [[nodiscard]] Task<Place> acquire(Deadline deadline);
  [[nodiscard]] std::size_t free_places() const { return free_; }
  [[nodiscard]] std::size_t in_line() const { return line_.size(); }

 private:
  struct Waiter;
  void release();

  std::size_t free_;
  std::size_t max_waiting_;
  std::list<Waiter*> line_;
};

}  // namespace mrbill
