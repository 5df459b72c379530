// A listening TCP socket that shares its port with the same listener of the other threads (SO_REUSEPORT), and
// for a moment with those of the process that follows this one.
//
// The kernel spreads connections among the listeners of a port, and a listener that closes takes those with
// it that were spread to it but not yet accepted. So before it closes, the whole group is told to give new
// ones to the successor.
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
  // Takes the port, but no connection yet. Throws std::runtime_error with a sentence when the port cannot
  // be had.
  Listener(asio::io_context& io, const std::string& address, std::uint16_t port, Adopt adopt);

  [[nodiscard]] std::uint16_t port() const;
  void open();                    // from now on connections come
  [[nodiscard]] Task<> accept();  // until close()
  void close();                   // whoever waits in the backlog is still taken in

  // To be asked of one of the `threads` listeners of a port: new connections go to a successor's listener, if
  // there is one.
  void step_aside(unsigned threads);
  void share_evenly();  // ends what a predecessor's step_aside began

 private:
  void take_backlog();

  asio::io_context& io_;
  asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type> acceptor_;
  Adopt adopt_;
};

}  // namespace mrbill::http
