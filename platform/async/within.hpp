// within(deadline, operation): see async/deadline.hpp. Kept apart because it pulls in Asio's parallel groups.
#pragma once

#include <exception>
#include <optional>
#include <tuple>
#include <type_traits>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/deadline.hpp>

namespace mrbill {

namespace within_detail {

// co_spawn hands on its result by default construction when the operation throws: give it something that
// has one.
struct Done {};
template <class T>
using Outcome = std::conditional_t<std::is_void_v<T>, Done, std::optional<T>>;

template <class T>
Task<Outcome<T>> outcome_of(Task<T> operation) {
  if constexpr (std::is_void_v<T>) {
    co_await std::move(operation);
    co_return Done{};
  } else {
    co_return std::optional<T>(co_await std::move(operation));
  }
}

}  // namespace within_detail

template <class T>
Task<T> within(Deadline deadline, Task<T> operation) {
  namespace experimental = asio::experimental;
  auto executor = co_await asio::this_coro::executor;
  asio::steady_timer timer(executor, deadline.moment());
  auto race = experimental::make_parallel_group(
      asio::co_spawn(executor, within_detail::outcome_of<T>(std::move(operation)), asio::deferred),
      timer.async_wait(asio::deferred));
  auto finish = co_await race.async_wait(experimental::wait_for_one(), asio::use_awaitable);
  const auto& order = std::get<0>(finish);
  auto& failure = std::get<1>(finish);
  if (order[0] == 1 && failure) throw DeadlineExceeded("the deadline passed");
  if (failure) std::rethrow_exception(failure);
  if constexpr (!std::is_void_v<T>) co_return *std::move(std::get<2>(finish));
}

}  // namespace mrbill
