// For tests: a server of our own on free ports, and a client that says exactly the bytes it is told to.
#pragma once

#include <cstdlib>
#include <functional>
#include <netinet/in.h>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include <http/message.hpp>
#include <http/server.hpp>

namespace mrbill::http::testing {

struct RawAnswer {
  unsigned status = 0;
  Headers headers;
  std::string body;
};

// Every read gives up after ten seconds.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    timeval timeout{.tv_sec = 10, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      ::close(std::exchange(socket_, -1));
      throw std::runtime_error("cannot connect");
    }
  }
  ~RawClient() { leave(); }
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), received_(std::move(other.received_)) {}
  RawClient& operator=(RawClient&&) = delete;

  void leave() {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
  }
  void finish_sending() { ::shutdown(socket_, SHUT_WR); }
  // False once the server has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // The next answer, without its body after HEAD; nothing when the connection ends before a whole one.
  std::optional<RawAnswer> answer(bool has_body = true) {
    const auto head = take_until("\r\n\r\n");
    if (!head) return std::nullopt;
    auto parsed = parse_head(*head);
    if (!has_body || parsed.status == 204 || parsed.status == 304 || parsed.status < 200) return parsed;
    if (parsed.headers.get_or("Transfer-Encoding", "") == "chunked") return with_chunks(std::move(parsed));
    const auto length = parsed.headers.find("Content-Length");
    if (!length) {
      parsed.body = rest();
      return parsed;
    }
    auto body = take(std::strtoul(std::string(*length).c_str(), nullptr, 10));
    if (!body) return std::nullopt;
    parsed.body = std::move(*body);
    return parsed;
  }

  std::optional<RawAnswer> ask(std::string_view bytes) {
    send(bytes);
    return answer();
  }

  // Everything until the server closes.
  std::string rest() {
    while (receive()) {
    }
    return std::exchange(received_, {});
  }
  // True if the server closes without a further byte.
  bool is_closed() { return rest().empty() && !timed_out_; }

 private:
  bool receive() {
    char piece[16384];
    const auto got = ::recv(socket_, piece, sizeof piece, 0);
    timed_out_ = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    if (got <= 0) return false;
    received_.append(piece, static_cast<std::size_t>(got));
    return true;
  }
  std::optional<std::string> take(std::size_t size) {
    while (received_.size() < size) {
      if (!receive()) return std::nullopt;
    }
    auto taken = received_.substr(0, size);
    received_.erase(0, size);
    return taken;
  }
  std::optional<std::string> take_until(std::string_view end) {
    for (;;) {
      if (const auto at = received_.find(end); at != std::string::npos) return take(at + end.size());
      if (!receive()) return std::nullopt;
    }
  }
  std::optional<RawAnswer> with_chunks(RawAnswer answer) {
    for (;;) {
      const auto line = take_until("\r\n");
      if (!line) return std::nullopt;
      const auto size = std::strtoul(line->c_str(), nullptr, 16);
      auto chunk = take(size + 2);
      if (!chunk) return std::nullopt;
      if (size == 0) return answer;
      answer.body.append(*chunk, 0, size);
    }
  }
  static RawAnswer parse_head(std::string_view head) {
    RawAnswer answer;
    answer.status = static_cast<unsigned>(std::strtoul(std::string(head.substr(9, 3)).c_str(), nullptr, 10));
    head.remove_prefix(head.find("\r\n") + 2);
    while (head != "\r\n") {
      const auto line = head.substr(0, head.find("\r\n"));
      const auto colon = line.find(": ");
      answer.headers.add(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
      head.remove_prefix(line.size() + 2);
    }
    return answer;
  }

  int socket_;
  bool timed_out_ = false;
  std::string received_;
};

class RunningServer {
 public:
  explicit RunningServer(std::function<void(Shard&)> compose, ServerOptions options = quiet())
      : server_(std::move(options), registry_, std::move(compose)),
        thread_([this] { exit_code_ = server_.run(); }) {}
  ~RunningServer() { stop(); }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  static ServerOptions quiet() {
    ServerOptions options;
    options.service = "test";
    options.threads = 1;
    options.access_log = false;
    options.drain_idle_grace = std::chrono::milliseconds(20);
    options.gateway_key = Secret("the gateway's key");
    options.installation_key = Secret("the installation's key");
    return options;
  }

  RawClient client() { return RawClient(server_.port()); }
  RawClient internal_client() { return RawClient(server_.internal_port()); }
  Server& server() { return server_; }
  metrics::Registry& registry() { return registry_; }
  int stop() {
    if (thread_.joinable()) {
      server_.stop();
      thread_.join();
    }
    return exit_code_;
  }

 private:
  metrics::Registry registry_;
  Server server_;
  int exit_code_ = -1;
  std::thread thread_;
};

}  // namespace mrbill::http::testing
