// A redis-server of the test's own, on a free port of the loopback, with the durability of production
// (appendfsync always); it may be killed and started again upon the same files.
//
//   RedisServer server;
//   redis::Client client(io, {.url = Secret(server.url())}, registry);
//   server.kill();  server.start();
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <process/process.hpp>

namespace mrbill::testing {

class RedisServer {
 public:
  RedisServer();
  ~RedisServer();
  RedisServer(const RedisServer&) = delete;
  RedisServer& operator=(const RedisServer&) = delete;

  void start();   // until it accepts connections
  void kill();    // SIGKILL: as a crash would
  void freeze();  // SIGSTOP: the connection stands, nobody answers
  void thaw();
  [[nodiscard]] std::string url() const;

 private:
  std::string folder_;
  std::uint16_t port_;
  std::optional<process::Process> process_;
};

}  // namespace mrbill::testing
