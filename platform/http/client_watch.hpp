// Whether the client is still there while its request is being worked on. Work that nobody waits for any more
// can be ended.
//
//   const auto watch = co_await watch_client(request.client_left);
//   co_await search(..., watch.token());   // asked to stop once the client has closed its connection
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include <boost/asio/any_io_executor.hpp>

#include <async/task.hpp>

namespace mrbill::http {

// Belongs to the request's thread; looks some twenty times a second for as long as it lives.
class ClientWatch {
 public:
  ClientWatch(const asio::any_io_executor& executor, std::function<bool()> client_left);
  ClientWatch(ClientWatch&&) noexcept = default;
  ClientWatch& operator=(ClientWatch&&) = delete;
  ~ClientWatch();

  [[nodiscard]] std::stop_token token() const;

 private:
  struct State;
  static void look_later(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;  // with the timer's callback; none once it is moved from
};

// A watch on the thread of who asks.
[[nodiscard]] Task<ClientWatch> watch_client(std::function<bool()> client_left);

}  // namespace mrbill::http
