// Calls to another service over HTTP/1.1, on kept connections. A Client belongs to one thread.
//
//   http::Client auth(io, {.base_url = "http://127.0.0.1:8081", .name = "auth"}, registry);
//   auto answer = co_await auth.send(
//       {.target = "/internal/revocations", .trace = request.trace, .deadline = request.deadline});
//   if (answer.status == 200) ...
//
// Any status is an answer. Without one UpstreamUnavailable is thrown (503 for our own caller); when the
// deadline comes first, DeadlineExceeded. Idempotent requests are tried once more when the connection
// failed or the answer was 503, within a budget of a tenth of all requests; while the breaker is open
// nothing is sent.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <async/deadline.hpp>
#include <async/task.hpp>
#include <base/unavailable.hpp>
#include <http/message.hpp>
#include <metrics/metrics.hpp>
#include <trace/trace.hpp>

namespace boost::asio {
class io_context;
}

namespace mrbill::http {

struct ClientOptions {
  std::string base_url;                            // http://host:port, no path
  std::string name;                                // of the service, for metrics and messages
  std::chrono::milliseconds timeout{2'000};        // of one attempt
  std::chrono::milliseconds idle_timeout{30'000};  // of a kept connection; shorter than the server's
  std::size_t kept_connections = 16;
  std::size_t max_in_flight = 256;           // beyond it UpstreamUnavailable at once
  std::size_t max_response_bytes = 8 << 20;  // of a body
  double retry_share = 0.1;
  unsigned breaker_failures = 5;
  std::chrono::milliseconds breaker_open_for{1'000};
};

struct Call {
  Method method = Method::get;
  std::string target;  // "/path?query", encoded
  Headers headers = {};
  std::string body = {};
  std::optional<trace::Context> trace = {};  // of the request on whose behalf; sent as a child
  Deadline deadline = Deadline::in(std::chrono::seconds(10));
};

struct Answer {
  unsigned status = 0;
  Headers headers;
  std::string body;
};

class UpstreamUnavailable : public ServiceUnavailable {
  using ServiceUnavailable::ServiceUnavailable;
};

class Client {
 public:
  Client(asio::io_context& io, ClientOptions options, metrics::Registry& registry);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  [[nodiscard]] Task<Answer> send(Call call);

 private:
  struct State;
  std::shared_ptr<State> state_;  // shared with the calls under way
};

}  // namespace mrbill::http
