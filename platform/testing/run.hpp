// run(task): a coroutine in a test, to its end. A test that hangs fails after twenty seconds instead.
//
//   EXPECT_EQ(run(add(1, 2)), 3);
//   asio::io_context io;  auto value = run(io, client.get("/"));   // what lives on io goes on living there
#pragma once

#include <chrono>
#include <exception>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <async/task.hpp>

namespace mrbill::testing {

inline constexpr std::chrono::seconds test_timeout{20};

namespace detail {

inline void run_until(asio::io_context& io, const bool& done) {
  const auto end = std::chrono::steady_clock::now() + test_timeout;
  io.restart();
  while (!done && io.run_one_until(end) != 0) {
  }
  if (!done) throw std::runtime_error("the task under test waits for ever");
}

}  // namespace detail

template <class T>
T run(asio::io_context& io, Task<T> task) {
  bool done = false;
  std::exception_ptr failure;
  if constexpr (std::is_void_v<T>) {
    asio::co_spawn(io, std::move(task), [&](std::exception_ptr error) {
      failure = error;
      done = true;
    });
    detail::run_until(io, done);
    if (failure) std::rethrow_exception(failure);
  } else {
    std::optional<T> value;
    asio::co_spawn(
        io,
        [](Task<T> inner, std::optional<T>& out) -> Task<> { out.emplace(co_await std::move(inner)); }(
                                                     std::move(task), value),
        [&](std::exception_ptr error) {
          failure = error;
          done = true;
        });
    detail::run_until(io, done);
    if (failure) std::rethrow_exception(failure);
    return *std::move(value);
  }
}

template <class T>
T run(Task<T> task) {
  asio::io_context io;
  return run(io, std::move(task));
}

}  // namespace mrbill::testing
