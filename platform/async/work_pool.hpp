// WorkPool: threads for work that would hold up an event loop (password hashing, file access), with a
// bounded queue.
//
//   WorkPool hashing(2, 64);
//   auto hash = co_await hashing.run([password] { return argon2(password); });   // throws WorkPoolFull
//   beyond 64 waiting
//
// The awaiting coroutine goes on upon its own executor. A cancelled awaiter does not interrupt work that has
// begun; its result is dropped.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <optional>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/task.hpp>
#include <base/unavailable.hpp>

namespace mrbill {

class WorkPoolFull : public ServiceUnavailable {
 public:
  WorkPoolFull() : ServiceUnavailable("too much work is waiting") {}
};

class WorkPool {
 public:
  WorkPool(std::size_t threads, std::size_t queue) : max_(threads + queue), pool_(threads) {}
  ~WorkPool() { pool_.join(); }
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  // F is called without arguments on a pool thread; what it returns (not void) or throws comes back.
  template <class F>
  Task<std::invoke_result_t<F>> run(F work) {
    using Value = std::invoke_result_t<F>;
    if (admitted_.fetch_add(1) >= max_) {
      admitted_.fetch_sub(1);
      throw WorkPoolFull();
    }
    auto [failure, value] = co_await start<Value>(std::move(work));
    if (failure) std::rethrow_exception(failure);
    co_return std::move(*value);
  }

  // Waiting and running.
  [[nodiscard]] std::size_t load() const { return admitted_.load(); }

 private:
  template <class Value>
  using Outcome = std::pair<std::exception_ptr, std::optional<Value>>;

  // The work is taken by value: what it holds is gone before its awaiter goes on.
  template <class Value, class F>
  static Outcome<Value> attempt(F work) {
    try {
      return {nullptr, work()};
    } catch (...) {
      return {std::current_exception(), std::nullopt};
    }
  }

  template <class Value, class F>
  auto start(F work) {
    return asio::async_initiate<const asio::use_awaitable_t<>&, void(Outcome<Value>)>(
        [this](auto handler, F job) {
          auto home =
              asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
          asio::post(pool_, [this, home, handler = std::move(handler), job = std::move(job)]() mutable {
            auto outcome = attempt<Value>(std::move(job));
            admitted_.fetch_sub(1);
            asio::dispatch(home, [handler = std::move(handler), outcome = std::move(outcome)]() mutable {
              std::move(handler)(std::move(outcome));
            });
          });
        },
        asio::use_awaitable, std::move(work));
  }

  std::size_t max_;
  std::atomic<std::size_t> admitted_{0};
  asio::thread_pool pool_;
};

}  // namespace mrbill
