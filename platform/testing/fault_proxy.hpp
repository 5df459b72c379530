// A TCP relay between a client under test and a real server, which counts round trips and misbehaves on
// command. It runs on the test's own io_context.
//
//   FaultProxy proxy(io, "127.0.0.1", 5432);
//   connect to 127.0.0.1:proxy.port(), then proxy.cut(), proxy.refuse(true), proxy.freeze(true) ...
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace boost::asio {
class io_context;
}

namespace mrbill::testing {

class FaultProxy {
 public:
  FaultProxy(boost::asio::io_context& io, std::string host, std::uint16_t port);
  ~FaultProxy();
  FaultProxy(const FaultProxy&) = delete;
  FaultProxy& operator=(const FaultProxy&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] std::size_t connections() const;  // accepted so far
  // How often, over all connections, the client spoke after the server had.
  [[nodiscard]] std::size_t round_trips() const;
  void cut();                 // ends every connection
  void refuse(bool refused);  // new connections end at once
  void freeze(bool frozen);   // nothing passes in either direction any more; the connections stay
  void swallow_answers();     // the next answer of the server ends its connection instead of passing

 private:
  struct State;
  std::shared_ptr<State> state_;
};

// The URL with the proxy's address in place of its own host and port.
[[nodiscard]] std::string through(const FaultProxy& proxy, std::string_view url);
[[nodiscard]] std::string host_of(std::string_view url);
[[nodiscard]] std::uint16_t port_of(std::string_view url);

}  // namespace mrbill::testing
