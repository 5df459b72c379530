// LISTEN on a connection of its own, for ever: connects again with back-off when the connection breaks.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <postgres/connection.hpp>

namespace mrbill::postgres {

class Listener : public std::enable_shared_from_this<Listener> {
 public:
  using Notified = std::function<void(std::string_view payload)>;
  Listener(asio::io_context& io, std::shared_ptr<const Target> target, std::string channel,
           Notified notified);
  void start();
  void close();

 private:
  static Task<> run(std::shared_ptr<Listener> self);
  Task<> pause(std::chrono::milliseconds span);
  Task<> listen();
  asio::io_context& io_;
  std::shared_ptr<const Target> target_;
  std::string channel_;
  Notified notified_;
  std::shared_ptr<Connection> connection_;
  asio::steady_timer pause_;  // between attempts, and while all is well: cancelled to go on
  bool closed_ = false;
};

}  // namespace mrbill::postgres
