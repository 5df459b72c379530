#include <algorithm>
#include <array>
#include <stdexcept>
#include <sys/socket.h>
#include <utility>

#include <boost/asio/connect.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/system_error.hpp>
#include <boost/url/parse.hpp>

#include <base/number.hpp>
#include <http/ascii.hpp>
#include <http/response_parser.hpp>
#include <http/upstream_connections.hpp>

namespace mrbill::http {

using asio::ip::tcp;
using std::chrono::steady_clock;

namespace {

// The server may have closed it while it lay idle; bytes nobody asked for are as bad.
bool is_fresh(tcp::socket& socket) {
  char byte = 0;
  const auto got = ::recv(socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

void append_call_field(std::string& out, std::string_view name, std::string_view value) {
  if (!ascii::is_token(name) || !ascii::is_field_value(value)) {
    throw std::invalid_argument("a header field cannot be sent");
  }
  ((out += name) += ": ") += value;
  out += "\r\n";
}

// Reads the final answer; interim ones (1xx) are passed over. True if the connection may be used again.
Task<bool> read_answer(tcp::socket* socket, Answer* answer, bool has_body, std::size_t max_body) {
  std::string buffer;
  std::array<char, 16 * 1024> piece;
  for (;;) {
    *answer = {};
    ResponseParser parser(*answer, !has_body, max_body);
    while (!parser.complete()) {
      const auto used = parser.read(buffer);
      if (!used) throw std::runtime_error(std::string(used.error()));
      buffer.erase(0, *used);
      if (parser.complete()) break;
      boost::system::error_code error;
      auto got = co_await socket->async_read_some(asio::buffer(piece),
                                                  asio::redirect_error(asio::use_awaitable, error));
      buffer.append(piece.data(), got);
      if (error == asio::error::eof && parser.end_of_stream()) co_return false;
      if (error) throw boost::system::system_error(error);
    }
    if (answer->status >= 200) co_return parser.keep_alive() && buffer.empty();
  }
}

}  // namespace

Authority authority_of(const std::string& base_url) {
  const auto url = boost::urls::parse_uri(base_url);
  const bool fits = url && url->scheme_id() == boost::urls::scheme::http && !url->encoded_host().empty() &&
                    url->port_number() != 0 && !url->has_userinfo() && url->encoded_resource().empty();
  if (!fits) throw std::invalid_argument("not of the form http://host:port: " + base_url);
  return {std::string(url->encoded_host()), std::string(url->port())};
}

OutgoingRequest outgoing(Call call, const Authority& authority, Random& random) {
  if (!call.target.starts_with('/') || !ascii::all_visible(call.target)) {
    throw std::invalid_argument("not a request target");
  }
  std::string head;
  head.reserve(512);
  (((head += to_string(call.method)) += ' ') += call.target) += " HTTP/1.1\r\n";
  append_call_field(head, "Host", authority.host + ':' + authority.port);
  for (const auto& [name, value] : call.headers) append_call_field(head, name, value);
  if (call.trace)
    append_call_field(head, "traceparent", trace::child_of(*call.trace, random).to_traceparent());
  const bool carries =
      call.method == Method::post || call.method == Method::put || call.method == Method::patch;
  if (carries || !call.body.empty())
    append_call_field(head, "Content-Length", std::to_string(call.body.size()));
  head += "\r\n";
  return {std::move(head), std::move(call.body), call.method != Method::head};
}

std::optional<tcp::socket> UpstreamConnections::take_kept() {
  const auto oldest = steady_clock::now() - options_.idle_timeout;
  while (!kept_.empty()) {
    auto last = std::move(kept_.back());
    kept_.pop_back();
    if (last.since >= oldest && is_fresh(last.socket)) return std::move(last.socket);
  }
  return std::nullopt;
}

void UpstreamConnections::keep(tcp::socket socket) {
  kept_.push_back({std::move(socket), steady_clock::now()});
  if (kept_.size() > options_.kept_connections) kept_.pop_front();
}

Task<tcp::socket> UpstreamConnections::connect() {
  tcp::socket socket(io_);
  boost::system::error_code not_numeric;
  const auto address = asio::ip::make_address(authority_.host, not_numeric);
  if (!not_numeric) {
    const tcp::endpoint endpoint(address, number_in<std::uint16_t>(authority_.port).value());
    co_await socket.async_connect(endpoint, asio::use_awaitable);
  } else {
    tcp::resolver resolver(io_);
    auto endpoints = co_await resolver.async_resolve(authority_.host, authority_.port, asio::use_awaitable);
    co_await asio::async_connect(socket, endpoints, asio::use_awaitable);
  }
  socket.set_option(tcp::no_delay(true));
  co_return socket;
}

Task<Answer> UpstreamConnections::exchange(std::shared_ptr<const OutgoingRequest> request) {
  const auto self = shared_from_this();
  auto kept = take_kept();
  tcp::socket socket(io_);
  if (kept) {
    socket = std::move(*kept);
  } else {
    socket = co_await connect();
  }
  std::array<asio::const_buffer, 2> parts{asio::buffer(request->head), asio::buffer(request->body)};
  co_await asio::async_write(socket, parts, asio::use_awaitable);
  Answer answer;
  const bool reusable =
      co_await read_answer(&socket, &answer, request->answer_has_body, options_.max_response_bytes);
  if (reusable) keep(std::move(socket));
  co_return answer;
}

}  // namespace mrbill::http
