// The wire of a Client: kept connections to one server, and one request and its answer on one of them.
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <async/task.hpp>
#include <http/client.hpp>

namespace mrbill::http {

struct Authority {
  std::string host;
  std::string port;
};
// Of http://host:port; throws std::invalid_argument for anything else.
[[nodiscard]] Authority authority_of(const std::string& base_url);

// A call ready to be sent, as often as need be.
struct OutgoingRequest {
  std::string head;
  std::string body;
  bool answer_has_body = true;
};
// Throws std::invalid_argument for a target or a field that would not be one.
[[nodiscard]] OutgoingRequest outgoing(Call call, const Authority& authority, Random& random);

class UpstreamConnections : public std::enable_shared_from_this<UpstreamConnections> {
 public:
  UpstreamConnections(asio::io_context& io, const ClientOptions& options)
      : io_(io), options_(options), authority_(authority_of(options.base_url)) {}

  [[nodiscard]] const Authority& authority() const { return authority_; }
  // What goes wrong is thrown: system_error or runtime_error; the connection is then gone.
  [[nodiscard]] Task<Answer> exchange(std::shared_ptr<const OutgoingRequest> request);

 private:
  struct Kept {
    asio::ip::tcp::socket socket;
    std::chrono::steady_clock::time_point since;
  };
  [[nodiscard]] Task<asio::ip::tcp::socket> connect();
  [[nodiscard]] std::optional<asio::ip::tcp::socket> take_kept();
  void keep(asio::ip::tcp::socket socket);

  asio::io_context& io_;
  ClientOptions options_;
  Authority authority_;
  std::deque<Kept> kept_;  // the freshest last
};

}  // namespace mrbill::http
