// The life of one request on its connection: read, route, admit, handle, answer, record.
#include <exception>
#include <memory>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/deadline.hpp>
#include <http/connection.hpp>
#include <http/failure.hpp>
#include <http/phrasebook.hpp>
#include <http/problem.hpp>
#include <http/problem_page.hpp>
#include <http/shard_core.hpp>

namespace mrbill::http {

namespace {

constexpr std::size_t small_body = 16 * 1024;  // joined with the head into one buffer
constexpr std::chrono::milliseconds handler_grace{
    200};  // a handler sees its deadline first; then it is cancelled

// So that a source which fails at once is answered with a problem instead of a broken stream.
Task<> take_first_piece(Response& response) {
  std::optional<std::string> first;
  do {
    first = co_await response.stream();
  } while (first && first->empty());
  if (!first) {
    response.stream = nullptr;
    response.content_length.reset();
    response.body.clear();
  } else {
    response.body = std::move(*first);
  }
}

// Counts and logs the exchange at its end, however it ends.
class Record {
 public:
  Record(const Exchange& exchange, unsigned status, RouteTable& routes, bool access_log)
      : exchange_(exchange),
        status_(status),
        routes_(routes),
        access_log_(access_log && !is_asked_every_second()) {}
  ~Record() {
    const auto took = std::chrono::steady_clock::now() - exchange_.begun;
    auto& metrics = exchange_.operation ? exchange_.operation->metrics : routes_.unrouted();
    metrics.record(status_, std::chrono::duration<double>(took).count());
    if (access_log_) write_access_log(exchange_, status_, took);
  }
  Record(const Record&) = delete;
  Record& operator=(const Record&) = delete;

 private:
  [[nodiscard]] bool is_asked_every_second() const {
    return status_ == 200 && exchange_.operation_name().starts_with("health_");
  }
  const Exchange& exchange_;
  unsigned status_;
  RouteTable& routes_;
  bool access_log_;
};

void note_language(Exchange& exchange, const Request& request, const Phrasebook* book) {
  if (book != nullptr && !exchange.wants_phrasebook) exchange.wants_phrasebook = wants(*book, request);
}

// A problem, to whoever asked: in their language, and to who looks with a browser in a page.
void tell(const Exchange& exchange, Response& response, const ServerOptions& options) {
  const bool else_in_book = exchange.wants_page && options.pages.in_phrasebook_language;
  const bool in_book = options.phrasebook != nullptr && exchange.wants_phrasebook.value_or(else_in_book);
  speak(response, in_book ? options.phrasebook : nullptr);
  add_request_id(response, exchange.request_id);
  if (exchange.wants_page) show_as_page(response, in_book ? options.phrasebook->language : "en");
}

constexpr Refusal unread_body{ErrorCode::malformed_request, "This is not a well-formed HTTP/1.1 request."};

Response unauthenticated() {
  return Problem<ErrorCode::unauthenticated>("This operation needs a valid access token.")
      .with_header("WWW-Authenticate", "Bearer")
      .response();
}

}  // namespace

Task<> Connection::exchange() {
  Exchange exchange;
  auto response = co_await answer(exchange);
  exchange.place.reset();  // to send takes as long as the client does
  co_await recover();
  const Record record(exchange, response.status, routes_, shard_.options().access_log);
  forbid_sharing(response, exchange.operation ? &exchange.operation->route : nullptr);
  keep_alive_ = may_keep_alive();
  co_await send(exchange, std::move(response));
  ++served_;
  if (keep_alive_) keep_alive_ = co_await discard_body(exchange);
}

Task<Response> Connection::answer(Exchange& exchange) {
  std::exception_ptr failure;
  shard_.in_flight().add(1);
  try {
    auto response = co_await proceed(exchange);
    shard_.in_flight().add(-1);
    co_return response;
  } catch (...) {
    failure = std::current_exception();
  }
  shard_.in_flight().add(-1);
  const bool out_of_time = co_await recover();
  co_return answer_to_failure(failure, out_of_time, exchange.operation_name(), exchange.scope());
}

Task<Response> Connection::proceed(Exchange& exchange) {
  auto& request = exchange.request;
  const auto head = unread().substr(0, scanner_.length());
  auto read = head_refusal_ ? Result<void, Refusal>(fail(*head_refusal_)) : parser_.read_head(head, request);
  if (!head_refusal_) consume(head.size());
  identify(exchange, peer_, shard_.options().gateway_key, shard_.random());
  note_language(exchange, request, shard_.options().phrasebook);
  exchange.wants_page = wants_page(request, shard_.options().pages);
  if (!read) {
    head_refusal_ = read.error();
    co_return problem_of(read.error());
  }
  exchange.is_http_1_1 = parser_.is_http_1_1();
  if (auto refusal = route(exchange, routes_)) co_return std::move(*refusal);
  const auto& target = exchange.operation->route;
  if (auto refusal = refuse_body(target, request, parser_)) co_return std::move(*refusal);
  auto refusal = co_await admit(exchange);
  if (refusal) co_return std::move(*refusal);
  if (!parser_.complete()) {
    refusal = co_await receive_body(exchange, target.max_body);
    if (refusal) {
      head_refusal_ = unread_body;  // where the body ends is unknown: the connection closes
      co_return std::move(*refusal);
    }
    refusal = co_await take_place(exchange);
    if (refusal) co_return std::move(*refusal);
  }
  enter(Phase::handling, shard_.options().request_timeout + handler_grace);
  request.deadline = Deadline::in(shard_.options().request_timeout);
  request.client_left = [this] { return peer_has_closed(); };
  exchange.answer_headers = std::move(request.answer_headers);
  auto response = co_await target.handler(std::move(request));
  if (response.stream && exchange.method != Method::head) co_await take_first_piece(response);
  co_return response;
}

Task<std::optional<Response>> Connection::admit(Exchange& exchange) {
  auto& request = exchange.request;
  const auto& target = exchange.operation->route;
  const auto& options = shard_.options();
  if (shard_.bounds_load(routes_) &&
      !exchange.request_charge.grow_to(1, shard_.load().requests, options.max_in_flight)) {
    co_return overloaded("Too many requests are being served at once. Please try again.");
  }
  for (const auto& gate : shard_.gates(GateStage::before_authentication)) {
    if (auto refusal = gate(request, target)) co_return refusal;
  }
  if (parser_.complete()) {  // a body comes as slowly as its sender likes: it is waited for without a place
    auto refusal = co_await take_place(exchange);
    if (refusal) co_return refusal;
  }
  if (target.access == Access::installation) {
    if (!shows_installation_key(request, options.installation_key)) co_return unauthenticated();
  } else if (target.access != Access::anonymous) {
    enter(Phase::handling, options.request_timeout + handler_grace);
    request.deadline = Deadline::in(options.request_timeout);
    if (shard_.authenticator() == nullptr) co_return unauthenticated();
    auto refusal = co_await shard_.authenticator()->admit(request, target.access);
    if (refusal) co_return refusal;
    exchange.reader = request.principal;
    if (request.principal) exchange.tenant = request.principal->tenant.to_string();
    note_language(exchange, request, shard_.options().phrasebook);
  }
  for (const auto& gate : shard_.gates(GateStage::after_authentication)) {
    if (auto refusal = gate(request, target)) co_return refusal;
  }
  co_return std::nullopt;
}

Task<std::optional<Response>> Connection::take_place(Exchange& exchange) {
  if (!shard_.bounds_load(routes_)) co_return std::nullopt;
  enter(Phase::handling, shard_.options().request_timeout + handler_grace);
  const auto operation = exchange.operation->route.operation;
  exchange.place = co_await shard_.admission().enter(operation);
  if (!exchange.place && !shard_.retiring()) {
    co_await sleep_for(shard_.options().shed_after);
    if (shard_.admission().was_hiccup(operation))
      exchange.place = co_await shard_.admission().enter(operation);
  }
  if (!exchange.place)
    co_return overloaded("More is asked for than can be answered soon. Please try again in a moment.");
  exchange.request.leave_place = [&exchange] { exchange.place.reset(); };
  co_return std::nullopt;
}

Task<> Connection::send(Exchange& exchange, Response response) {
  auto& extra = exchange.answer_headers.empty() ? exchange.request.answer_headers : exchange.answer_headers;
  for (const auto& [name, value] : extra) response.headers.set(name, value);
  tell(exchange, response, shard_.options());
  const auto traceparent = exchange.trace.to_traceparent();
  HeadFacts facts{.keep_alive = keep_alive_,
                  .is_http_1_1 = exchange.is_http_1_1,
                  .framing = framing_of(response, exchange.is_http_1_1),
                  .length = response.content_length.value_or(response.body.size()),
                  .date = shard_.date(),
                  .request_id = exchange.request_id,
                  .traceparent = traceparent};
  if (facts.framing == Framing::until_close) facts.keep_alive = keep_alive_ = false;
  out_.clear();
  if (!append_head(out_, response, facts)) {
    log::error("an answer's header field is not valid", {{"operation", exchange.operation_name()}},
               exchange.scope());
    co_await send(exchange, Problem<ErrorCode::internal>("Something went wrong on our side.").response());
    co_return;
  }
  const bool has_body = exchange.method != Method::head && facts.framing != Framing::none;
  if (has_body && response.stream) {
    streamed_to_ = exchange.reader ? &*exchange.reader : nullptr;
    const auto forget = std::shared_ptr<void>(nullptr, [this](void*) { streamed_to_ = nullptr; });
    const bool whole = co_await send_stream(exchange, response, facts);
    keep_alive_ = keep_alive_ && whole;
    co_return;
  }
  const auto body = has_body ? std::string_view(response.body) : std::string_view();
  exchange.bytes_sent = body.size();
  const bool joined = body.size() <= small_body;
  if (joined) out_ += body;
  const bool written = co_await write(out_, joined ? std::string_view() : body);
  keep_alive_ = keep_alive_ && written;
}

Task<std::optional<std::string>> Connection::next_piece(Response& response) {
  std::optional<std::string> piece;
  do {
    enter(Phase::handling, shard_.options().request_timeout);
    piece = co_await response.stream();
  } while (piece && piece->empty());
  co_return piece;
}

// The head leaves with the first piece. A source that fails or tells a wrong length ends the connection, so
// that the client can see that the answer is not whole.
Task<bool> Connection::send_stream(Exchange& exchange, Response& response, HeadFacts facts) {
  const bool chunked = facts.framing == Framing::chunked;
  std::optional<std::string> piece(std::move(response.body));
  while (piece) {
    exchange.bytes_sent += piece->size();
    if (facts.framing == Framing::length && exchange.bytes_sent > facts.length) {
      peer_gone_ = true;
      co_return false;
    }
    if (chunked) {
      out_ += chunk_head(piece->size());
      *piece += "\r\n";
    }
    const bool written = co_await write(out_, *piece);
    if (!written) co_return false;
    out_.clear();
    piece = co_await next_piece(response);
  }
  if (chunked) out_ += "0\r\n\r\n";
  const bool whole = facts.framing != Framing::length || exchange.bytes_sent == facts.length;
  if (!whole) peer_gone_ = true;
  if (out_.empty()) co_return whole;
  const bool written = co_await write(out_);
  co_return written&& whole;
}

}  // namespace mrbill::http
