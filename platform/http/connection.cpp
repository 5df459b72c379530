#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <base/unreachable.hpp>
#include <http/connection.hpp>
#include <http/failure.hpp>
#include <http/shard_core.hpp>

namespace mrbill::http {

namespace {

constexpr std::size_t first_buffer = 4 * 1024;
constexpr std::size_t max_buffer = 64 * 1024;
constexpr std::size_t max_idle_buffer = 16 * 1024;  // ten thousand idle connections hold memory too
constexpr std::size_t max_lingering_bytes = 16 << 20;
constexpr std::chrono::milliseconds linger_time{2'000};
constexpr std::chrono::seconds grace{5};

constexpr Refusal head_timeout{ErrorCode::request_timeout, "The request did not arrive in time."};
constexpr Refusal target_too_long{ErrorCode::uri_too_long, "The URL is too long."};
constexpr Refusal head_too_large{ErrorCode::header_too_large, "The header fields are too large."};

HeadLimits limits_of(const ServerOptions& options) {
  return {.target_bytes = options.max_target_bytes, .head_bytes = options.max_header_bytes};
}

std::optional<Refusal> refusal_of(HeadState state) {
  switch (state) {
    case HeadState::more:
    case HeadState::complete:
      return std::nullopt;
    case HeadState::malformed:
      return malformed_head;
    case HeadState::target_too_long:
      return target_too_long;
    case HeadState::too_large:
      return head_too_large;
  }
  unreachable();
}

}  // namespace

Connection::Connection(ShardCore& shard, RouteTable& routes, Socket socket)
    : shard_(shard), routes_(routes), socket_(std::move(socket)), scanner_(limits_of(shard.options())) {
  boost::system::error_code ignored;
  socket_.non_blocking(true, ignored);
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  const auto peer = socket_.remote_endpoint(ignored);
  peer_ = peer.address().to_string();
}

void Connection::enter(Phase phase, std::chrono::milliseconds max_wait) {
  phase_ = phase;
  deadline_ = std::chrono::steady_clock::now() + max_wait;
}

void Connection::expire_if_due(Moment now) {
  if (now < deadline_) return;
  if (expired_) {  // asked once already
    boost::system::error_code ignored;
    socket_.close(ignored);
  }
  deadline_ = now + grace;
  expired_ = true;
  signal_.emit(asio::cancellation_type::terminal);
}

void Connection::leave_by(Moment latest) {
  if (phase_ == Phase::idle) deadline_ = std::min(deadline_, latest);
}

void Connection::cut_off() {
  expire_if_due(deadline_);
}

// What lies in the socket's buffer goes as well: the reader sees a broken answer, not a short one.
void Connection::cut_off_if_revoked() {
  const auto* authenticator = shard_.authenticator();
  if (phase_ != Phase::writing || streamed_to_ == nullptr || expired_ || authenticator == nullptr) return;
  if (authenticator->still_vouches_for(*streamed_to_)) return;
  boost::system::error_code ignored;
  socket_.set_option(asio::socket_base::linger(true, 0), ignored);
  cut_off();
}

Task<bool> Connection::recover() {
  if (!expired_) co_return false;
  co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation());
  expired_ = false;
  co_return true;
}

Task<void> Connection::serve() {
  // A passed deadline fails the wait it interrupts, no later one.
  co_await asio::this_coro::throw_if_cancelled(false);
  enter(Phase::idle, shard_.options().header_timeout);
  while (keep_alive_) {
    const bool more = co_await next_head();
    if (!more) break;
    co_await exchange();
  }
  co_await farewell();
}

Task<> Connection::turn_away() {
  co_await asio::this_coro::throw_if_cancelled(false);
  head_refusal_ = Refusal{ErrorCode::overloaded, "There are too many connections. Please try again."};
  co_await exchange();
  co_await farewell();
}

Task<bool> Connection::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) {
    if (end_ >= max_buffer) co_return false;
    buffer_.resize(std::max(first_buffer, buffer_.size() * 2));
  }
  auto [error, bytes] = co_await socket_.async_read_some(
      asio::buffer(buffer_.data() + end_, buffer_.size() - end_), asio::as_tuple(asio::use_awaitable));
  end_ += bytes;
  if (!error) expired_ = false;  // came just in time
  if (error && !expired_) peer_gone_ = true;
  co_return !error;
}

Task<bool> Connection::next_head() {
  if (unread().empty() && buffer_.size() > max_idle_buffer) {
    std::vector<char>(first_buffer).swap(buffer_);
    begin_ = end_ = 0;
  }
  scanner_.restart();
  head_refusal_.reset();
  const auto idle = served_ == 0 ? shard_.options().header_timeout : shard_.options().idle_timeout;
  enter(Phase::idle, idle);
  if (shard_.retiring()) leave_by(std::chrono::steady_clock::now() + shard_.options().drain_idle_grace);
  for (bool skipped = false;;) {
    if (!skipped && unread().starts_with("\r\n")) {  // RFC 9112 section 2.2
      consume(2);
      skipped = true;
    }
    if (!unread().empty()) {
      if (phase_ == Phase::idle) enter(Phase::head, shard_.options().header_timeout);
      const auto state = scanner_.scan(unread());
      head_refusal_ = refusal_of(state);
      if (state != HeadState::more) co_return true;
    }
    const bool more = co_await fill();
    if (more) continue;
    const bool timed_out = co_await recover();
    if (!timed_out || unread().empty()) co_return false;
    head_refusal_ = head_timeout;
    co_return true;
  }
}

bool Connection::peer_has_closed() {
  char byte = 0;
  const auto seen = ::recv(socket_.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return seen == 0 || (seen < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

// A body that was refused is read and dropped when it is small, so that the connection can go on.
bool Connection::may_keep_alive() const {
  if (head_refusal_ || shard_.retiring() || !parser_.keep_alive()) return false;
  if (parser_.complete()) return true;
  return !parser_.expects_continue() && parser_.content_length().value_or(max_buffer + 1) <= max_buffer;
}

Task<bool> Connection::discard_body(Exchange& exchange) {
  if (parser_.complete()) co_return true;
  const auto refusal = co_await receive_body(exchange, max_buffer);
  co_return !refusal && parser_.complete();
}

Task<std::optional<Response>> Connection::receive_body(Exchange& exchange, std::uint64_t max) {
  const auto& options = shard_.options();
  if (parser_.expects_continue() && unread().empty()) {
    const bool asked = co_await write("HTTP/1.1 100 Continue\r\n\r\n");
    if (!asked) co_return problem_of(malformed_head);
  }
  enter(Phase::body, options.body_timeout);
  auto& body = exchange.request.body;
  body.reserve(std::min<std::uint64_t>(parser_.content_length().value_or(0), max_buffer));
  std::size_t paid = 0;
  while (!parser_.complete()) {
    const auto used = parser_.read_body(unread(), max);
    if (!used) co_return problem_of(used.error());
    consume(*used);
    if (parser_.complete()) break;
    if (!exchange.body_charge.grow_to(body.size() + max_buffer, shard_.load().body_bytes,
                                      options.max_body_bytes)) {
      co_return overloaded("Too much is being uploaded at once. Please try again.");
    }
    deadline_ += std::chrono::milliseconds((body.size() - paid) * 1000 / max_buffer);
    paid = body.size();
    const bool more = co_await fill();
    if (more) continue;
    const bool timed_out = co_await recover();
    co_return problem_of(timed_out ? head_timeout
                                   : malformed_head);  // or the client left, or a chunk's head does not end
  }
  co_return std::nullopt;
}

Task<bool> Connection::write(std::string_view first, std::string_view second, std::string_view third) {
  enter(Phase::writing, shard_.options().write_timeout);
  std::array<asio::const_buffer, 3> parts{asio::buffer(first), asio::buffer(second), asio::buffer(third)};
  std::size_t left = asio::buffer_size(parts);
  boost::system::error_code error;
  std::size_t sent = socket_.write_some(parts, error);
  while (!peer_gone_) {
    if (error && error != asio::error::would_block && error != asio::error::try_again) break;
    left -= sent;
    if (left == 0) co_return true;
    for (auto& part : parts) {
      const auto step = std::min(sent, part.size());
      part += step;
      sent -= step;
    }
    std::tie(error, sent) = co_await socket_.async_write_some(parts, asio::as_tuple(asio::use_awaitable));
    deadline_ += std::chrono::milliseconds(sent * 1000 / max_buffer);
  }
  peer_gone_ = true;
  co_await recover();
  co_return false;
}

Task<> Connection::farewell() {
  boost::system::error_code error;
  if (!peer_gone_ && !keep_alive_) {  // not where an idle connection ends
    // Without this a close with unread bytes would reset the connection and take the answer away from
    // the client.
    socket_.shutdown(asio::socket_base::shutdown_send, error);
    enter(Phase::lingering, linger_time);
    for (std::size_t read = 0; !error && read < max_lingering_bytes;) {
      begin_ = end_ = 0;
      const bool more = co_await fill();
      if (!more) break;
      read += end_;
    }
    co_await recover();
  }
  socket_.close(error);
}

}  // namespace mrbill::http
