// A listening TCP socket that shares its port with the same listener of the other threads (SO_REUSEPORT).
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <async/task.hpp>

namespace mrbill::http {

using Socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;

class Listener {
 public:
  using Adopt = std::function<void(Socket)>;
  // Throws std::runtime_error with a sentence when the port cannot be had.
  Listener(asio::io_context& io, const std::string& address, std::uint16_t port, Adopt adopt);

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] Task<> accept();  // until close()
  void close();                   // whoever waits in the backlog is still taken in

 private:
  void take_backlog();

  asio::io_context& io_;
  asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type> acceptor_;
  Adopt adopt_;
};

}  // namespace mrbill::http
