// Waits on an io_context until something is so: for what happens by itself, without a fixed pause.
//
//   ASSERT_TRUE(wait_until(io, [&] { return database.connected(); }));
#pragma once

#include <chrono>

#include <boost/asio/io_context.hpp>

namespace mrbill::testing {

template <class Condition>
[[nodiscard]] bool wait_until(boost::asio::io_context& io, Condition condition,
                              std::chrono::milliseconds max_wait = std::chrono::seconds(10)) {
  const auto end = std::chrono::steady_clock::now() + max_wait;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    if (io.stopped()) io.restart();
    io.run_one_for(std::chrono::milliseconds(5));
  }
  return true;
}

}  // namespace mrbill::testing
