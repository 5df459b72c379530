#include <array>
#include <cerrno>
#include <cstring>
#include <linux/filter.h>
#include <stdexcept>
#include <sys/socket.h>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/deadline.hpp>
#include <http/listener.hpp>
#include <log/log.hpp>

namespace mrbill::http {

using asio::ip::tcp;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

namespace {

constexpr int backlog = 4096;
constexpr std::chrono::milliseconds pause_without_descriptors{100};

}  // namespace

Listener::Listener(asio::io_context& io, const std::string& address, std::uint16_t port, Adopt adopt)
    : io_(io), acceptor_(io), adopt_(std::move(adopt)) {
  try {
    const tcp::endpoint endpoint(asio::ip::make_address(address), port);
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    acceptor_.set_option(ReusePort(true));
    acceptor_.bind(endpoint);
    acceptor_.non_blocking(true);
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error("cannot listen on " + address + ":" + std::to_string(port) + ": " +
                             error.code().message());
  }
}

void Listener::open() {
  acceptor_.listen(backlog);
}

// The kernel numbers the listeners of a port in the order in which they were opened, and what closes is
// replaced by the last: so the first of a successor is number `threads` until all of ours are closed,
// and then there is no such number, which means that all take part again. Without a successor there is
// none either.
void Listener::step_aside(unsigned threads) {
  std::array<sock_filter, 1> always_that_one{{BPF_STMT(BPF_RET | BPF_K, threads)}};
  const sock_fprog program{.len = always_that_one.size(), .filter = always_that_one.data()};
  if (::setsockopt(acceptor_.native_handle(), SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, &program,
                   sizeof program) != 0)
    log::warn("new connections cannot be led to a successor", {{"reason", std::strerror(errno)}});
}

void Listener::share_evenly() {
  const int nothing = 0;  // fails where nothing is attached
  static_cast<void>(
      ::setsockopt(acceptor_.native_handle(), SOL_SOCKET, SO_DETACH_REUSEPORT_BPF, &nothing, sizeof nothing));
}

std::uint16_t Listener::port() const {
  return acceptor_.local_endpoint().port();
}

Task<> Listener::accept() {
  while (acceptor_.is_open()) {
    auto [error, socket] =
        co_await acceptor_.async_accept(io_.get_executor(), asio::as_tuple(asio::use_awaitable));
    if (!error) {
      adopt_(std::move(socket));
    } else if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor) {
      co_return;
    } else if (error != asio::error::connection_aborted) {  // out of descriptors or memory: the rest goes on
      log::error("cannot accept a connection", {{"reason", error.message()}});
      co_await sleep_for(pause_without_descriptors);
    }
  }
}

void Listener::close() {
  if (!acceptor_.is_open()) return;
  take_backlog();
  boost::system::error_code ignored;
  acceptor_.close(ignored);
}

void Listener::take_backlog() {
  for (;;) {
    boost::system::error_code error;
    auto socket = acceptor_.accept(io_.get_executor(), error);
    if (error) return;
    adopt_(std::move(socket));
  }
}

}  // namespace mrbill::http
