// One client's connection: reads requests, has them answered, writes answers, one after the other.
//
// Safety: an answer's bytes never mix with another's; a request is begun only after the former was answered;
// whatever is unclear about where a body ends closes the connection. Liveness: in every phase a deadline is
// set, and the shard's sweep calls expire() once it has passed: every wait here ends.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/cancellation_signal.hpp>
#include <boost/intrusive/list_hook.hpp>
#include <boost/intrusive/options.hpp>

#include <http/exchange.hpp>
#include <http/head_scanner.hpp>
#include <http/listener.hpp>
#include <http/request_parser.hpp>

namespace mrbill::http {

class ShardCore;

class Connection
    : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  Connection(ShardCore& shard, RouteTable& routes, Socket socket);

  [[nodiscard]] Task<> serve();      // until the connection is closed
  [[nodiscard]] Task<> turn_away();  // 503: there are too many
  asio::cancellation_slot slot() { return signal_.slot(); }

  void expire_if_due(Moment now);
  void leave_by(Moment latest);  // where it is idle
  void cut_off();
  void cut_off_if_revoked();  // a stream that its reader takes slowly

 private:
  enum class Phase : std::uint8_t { idle, head, body, handling, writing, lingering };

  void enter(Phase phase, std::chrono::milliseconds max_wait);
  [[nodiscard]] std::string_view unread() const { return {buffer_.data() + begin_, end_ - begin_}; }
  void consume(std::size_t bytes) { begin_ += bytes; }

  [[nodiscard]] Task<bool> fill();       // false: nothing more comes
  [[nodiscard]] Task<bool> next_head();  // false: there is no further request
  [[nodiscard]] Task<> exchange();
  [[nodiscard]] Task<Response> answer(Exchange& exchange);
  [[nodiscard]] Task<Response> proceed(Exchange& exchange);
  [[nodiscard]] Task<std::optional<Response>> admit(Exchange& exchange);
  [[nodiscard]] Task<std::optional<Response>> take_place(Exchange& exchange);
  [[nodiscard]] Task<std::optional<Response>> receive_body(Exchange& exchange, std::uint64_t max);
  [[nodiscard]] Task<bool> discard_body(Exchange& exchange);
  [[nodiscard]] bool may_keep_alive() const;
  [[nodiscard]] bool peer_has_closed();

  [[nodiscard]] Task<> send(Exchange& exchange, Response response);
  [[nodiscard]] Task<bool> send_stream(Exchange& exchange, Response& response, HeadFacts facts);
  [[nodiscard]] Task<std::optional<std::string>> next_piece(Response& response);
  [[nodiscard]] Task<bool> write(std::string_view first, std::string_view second = {},
                                 std::string_view third = {});
  [[nodiscard]] Task<> farewell();
  Task<bool> recover();  // after expire(): true if time had run out

  ShardCore& shard_;
  RouteTable& routes_;
  Socket socket_;
  asio::cancellation_signal signal_;
  std::string peer_;

  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string out_;
  HeadScanner scanner_;
  RequestParser parser_;
  std::optional<Refusal> head_refusal_;

  Phase phase_ = Phase::idle;
  const Principal* streamed_to_ = nullptr;
  Moment deadline_ = Moment::max();
  bool expired_ = false;
  bool peer_gone_ = false;
  bool keep_alive_ = true;
  unsigned served_ = 0;
};

}  // namespace mrbill::http
