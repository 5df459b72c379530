#include <array>
#include <set>
#include <stdexcept>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/url/url.hpp>

#include <async/task.hpp>
#include <testing/fault_proxy.hpp>

namespace mrbill::testing {

namespace {

using asio::ip::tcp;
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

struct Link {
  Link(tcp::socket its_client, asio::io_context& io) : client(std::move(its_client)), server(io) {}
  void close() {
    boost::system::error_code ignored;
    client.close(ignored);
    server.close(ignored);
  }
  tcp::socket client;
  tcp::socket server;
  bool server_spoke_last = true;
};

}  // namespace

struct FaultProxy::State {
  State(asio::io_context& its_io, tcp::endpoint to)
      : io(its_io),
        upstream(std::move(to)),
        acceptor(io, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
        thaw(io) {}

  static Task<> accept(std::shared_ptr<State> self) {
    for (;;) {
      auto [problem, client] = co_await self->acceptor.async_accept(as_result);
      if (problem) co_return;
      ++self->accepted;
      if (!self->refusing) asio::co_spawn(self->io, serve(self, std::move(client)), asio::detached);
    }
  }

  static Task<> serve(std::shared_ptr<State> self, tcp::socket client) {
    auto link = std::make_shared<Link>(std::move(client), self->io);
    self->links.insert(link);
    auto [problem] = co_await link->server.async_connect(self->upstream, as_result);
    if (problem) co_return self->end(link);
    boost::system::error_code ignored;
    link->client.set_option(tcp::no_delay(true), ignored);
    link->server.set_option(tcp::no_delay(true), ignored);
    asio::co_spawn(self->io, relay(self, link, false), asio::detached);
    co_await relay(self, link, true);
  }

  static Task<> relay(std::shared_ptr<State> self, std::shared_ptr<Link> link, bool from_client) {
    auto& source = from_client ? link->client : link->server;
    auto& sink = from_client ? link->server : link->client;
    std::array<char, 16'384> buffer;
    for (;;) {
      auto [problem, size] = co_await source.async_read_some(asio::buffer(buffer), as_result);
      if (problem) co_return self->end(link);
      while (self->frozen) co_await self->wait_for_thaw();
      if (!from_client && std::exchange(self->swallowing, false)) co_return self->end(link);
      if (from_client && link->server_spoke_last) ++self->trips;
      link->server_spoke_last = !from_client;
      auto [broken, written] = co_await asio::async_write(sink, asio::buffer(buffer.data(), size), as_result);
      if (broken) co_return self->end(link);
    }
  }

  Task<> wait_for_thaw() {
    thaw.expires_at(asio::steady_timer::time_point::max());
    co_await thaw.async_wait(as_result);
  }

  void end(const std::shared_ptr<Link>& link) {
    link->close();
    links.erase(link);
  }

  asio::io_context& io;
  tcp::endpoint upstream;
  tcp::acceptor acceptor;
  asio::steady_timer thaw;
  std::set<std::shared_ptr<Link>> links;
  std::size_t accepted = 0;
  std::size_t trips = 0;
  bool refusing = false;
  bool frozen = false;
  bool swallowing = false;
};

FaultProxy::FaultProxy(asio::io_context& io, std::string host, std::uint16_t port)
    : state_(std::make_shared<State>(io, tcp::endpoint(asio::ip::make_address(host), port))) {
  asio::co_spawn(io, State::accept(state_), asio::detached);
}

FaultProxy::~FaultProxy() {
  state_->acceptor.close();
  freeze(false);
  cut();
}

std::uint16_t FaultProxy::port() const {
  return state_->acceptor.local_endpoint().port();
}
std::size_t FaultProxy::connections() const {
  return state_->accepted;
}
std::size_t FaultProxy::round_trips() const {
  return state_->trips;
}

void FaultProxy::cut() {
  for (const auto& link : std::exchange(state_->links, {})) link->close();
}

void FaultProxy::refuse(bool refused) {
  state_->refusing = refused;
}

void FaultProxy::freeze(bool frozen) {
  state_->frozen = frozen;
  state_->thaw.cancel();
}

void FaultProxy::swallow_answers() {
  state_->swallowing = true;
}

std::string through(const FaultProxy& proxy, std::string_view url) {
  boost::urls::url other(boost::urls::string_view(url.data(), url.size()));
  other.set_host("127.0.0.1").set_port_number(proxy.port());
  return std::string(other.buffer());
}

std::string host_of(std::string_view url) {
  return boost::urls::url(boost::urls::string_view(url.data(), url.size())).host_address();
}

std::uint16_t port_of(std::string_view url) {
  return boost::urls::url(boost::urls::string_view(url.data(), url.size())).port_number();
}

}  // namespace mrbill::testing
