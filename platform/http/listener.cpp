#include <stdexcept>
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
    acceptor_.listen(backlog);
    acceptor_.non_blocking(true);
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error("cannot listen on " + address + ":" + std::to_string(port) + ": " +
                             error.code().message());
  }
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
