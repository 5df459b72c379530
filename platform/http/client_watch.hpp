// Whether the client is still there while its request is being worked on. Work that nobody waits for any more can be ended.
//
//   const ClientWatch watch(co_await asio::this_coro::executor, request);
//   co_await search(..., watch.token());   // asked to stop once the client has closed its connection
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include <boost/asio/any_io_executor.hpp>

#include <http/message.hpp>

namespace mrbill::http {

// Belongs to the request's thread; looks some twenty times a second for as long as it lives.
class ClientWatch {
 public:
  ClientWatch(const asio::any_io_executor& executor, const Request& request);
  ~ClientWatch();
  ClientWatch(const ClientWatch&) = delete;
  ClientWatch& operator=(const ClientWatch&) = delete;

  [[nodiscard]] std::stop_token token() const;

 private:
  struct State;
  static void look_later(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;  // with the timer's callback
};

}  // namespace mrbill::http
