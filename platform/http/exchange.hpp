// One request and what becomes of it, and the decisions about it that need no socket.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <base/random.hpp>
#include <base/secret.hpp>
#include <http/admission.hpp>
#include <http/message.hpp>
#include <http/request_parser.hpp>
#include <http/response_writer.hpp>
#include <http/route_table.hpp>
#include <log/log.hpp>

namespace mrbill::http {

// A share of a bounded resource, given back at the end.
class Charge {
 public:
  Charge() = default;
  Charge(const Charge&) = delete;
  Charge& operator=(const Charge&) = delete;
  ~Charge() {
    if (total_ != nullptr) total_->fetch_sub(amount_);
  }

  // Grows to `amount`; false where all shares together would go beyond `max`.
  [[nodiscard]] bool grow_to(std::size_t amount, std::atomic<std::size_t>& total, std::size_t max);

 private:
  std::atomic<std::size_t>* total_ = nullptr;
  std::size_t amount_ = 0;
};

struct Exchange {
  Request request;
  Operation* operation = nullptr;  // nothing for what has no route
  Method method = Method::get;
  bool is_http_1_1 = true;
  std::string request_id;
  trace::Context trace;
  std::string tenant;
  std::optional<Principal> reader;       // of the answer
  std::optional<bool> wants_phrasebook;  // its language rather than English; nothing: neither is named
  bool wants_page = false;               // a browser at a page's address: a problem is shown as a page
  Headers answer_headers;
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  std::uint64_t bytes_sent = 0;
  Charge body_charge;
  Charge request_charge;
  std::optional<Admission::Place> place;

  [[nodiscard]] std::string_view operation_name() const {
    return operation ? operation->route.operation : "unrouted";
  }
  [[nodiscard]] log::Scope scope() const { return {trace.trace_hex(), trace.span_hex(), tenant}; }
};

// Fills request id, trace and client address: the one that the gateway names, where the request shows
// its key.
void identify(Exchange& exchange, const std::string& peer, const Secret& gateway_key, Random& random);
[[nodiscard]] bool shows_installation_key(const Request& request, const Secret& key);
// Finds the operation and fills the path's parameters; or answers 404, 405, or OPTIONS.
[[nodiscard]] std::optional<Response> route(Exchange& exchange, RouteTable& routes);
// What the head alone tells to be wrong with the body: 400, 413, 415.
[[nodiscard]] std::optional<Response> refuse_body(const Route& route, const Request& request,
                                                  const RequestParser& parser);

// How the answer's body is delimited.
[[nodiscard]] Framing framing_of(const Response& response, bool is_http_1_1);

// What nothing was said about is kept by nobody; an answer to a person that has an entity tag, by their
// own browser, which asks again each time. So neither a shared cache nor the next person at a browser is
// shown another's.
void forbid_sharing(Response& response, const Route* route);

void write_access_log(const Exchange& exchange, unsigned status, std::chrono::steady_clock::duration took);

}  // namespace mrbill::http
