#include <algorithm>
#include <array>

#include <boost/asio/ip/address.hpp>

#include <base/encoding.hpp>
#include <http/ascii.hpp>
#include <http/exchange.hpp>
#include <http/media_type.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

namespace {

constexpr std::size_t max_request_id = 128;

bool is_request_id(std::string_view id) {
  return !id.empty() && id.size() <= max_request_id && ascii::all_visible(id);
}

// The last hop named: the one our own gateway saw. What stands before it anybody may have written.
std::optional<std::string> forwarded_for(const Headers& headers) {
  auto list = headers.find("X-Forwarded-For");
  if (!list) return std::nullopt;
  const auto last = ascii::trimmed(list->substr(list->rfind(',') + 1));
  boost::system::error_code error;
  asio::ip::make_address(last, error);
  return error ? std::nullopt : std::optional<std::string>(last);
}

bool is_key(std::string_view shown, const Secret& key) {
  return !key.empty() && equal_in_constant_time(shown, key.reveal());
}

bool is_accepted(std::string_view content_type, const std::vector<std::string_view>& accepted) {
  return std::ranges::any_of(accepted, [essence = essence_of(content_type)](auto type) {
    return type == "*/*" || ascii::equal_without_case(type, essence);
  });
}

Response unsupported_media_type(const std::vector<std::string_view>& accepted) {
  std::string list;
  for (auto type : accepted) (list += list.empty() ? "" : ", ") += type;
  return Problem<ErrorCode::unsupported_media_type>::filled("This resource accepts {}.", list)
      .with_header("Accept", list)
      .response();
}

Response wrong_method(const Request& request, std::string allow) {
  auto response = no_content();
  if (request.method != Method::options)
    response = Problem<ErrorCode::method_not_allowed>("This resource does not have that method.").response();
  response.headers.add("Allow", std::move(allow));
  return response;
}

}  // namespace

bool Charge::grow_to(std::size_t amount, std::atomic<std::size_t>& total, std::size_t max) {
  if (amount <= amount_) return true;
  const auto more = amount - amount_;
  if (total.fetch_add(more) + more > max) {
    total.fetch_sub(more);
    return false;
  }
  total_ = &total;
  amount_ = amount;
  return true;
}

void identify(Exchange& exchange, const std::string& peer, const Secret& gateway_key, Random& random) {
  auto& request = exchange.request;
  const auto sent = request.headers.find("X-Request-Id");
  exchange.request_id = sent && is_request_id(*sent) ? std::string(*sent) : to_hex(random.bytes<16>());
  const auto parent = request.headers.find("traceparent");
  const auto context = parent ? trace::parse_traceparent(*parent) : std::nullopt;
  exchange.trace = context ? trace::child_of(*context, random) : trace::start(random);
  exchange.method = request.method;
  request.request_id = exchange.request_id;
  request.trace = exchange.trace;
  const bool by_gateway = is_key(request.headers.get_or("X-Gateway-Key", ""), gateway_key);
  request.client_address = (by_gateway ? forwarded_for(request.headers) : std::nullopt).value_or(peer);
}

bool shows_installation_key(const Request& request, const Secret& key) {
  constexpr std::string_view scheme = "Bearer ";
  const auto shown = request.headers.get_or("Authorization", "");
  return shown.starts_with(scheme) && is_key(shown.substr(scheme.size()), key);
}

std::optional<Response> route(Exchange& exchange, RouteTable& routes) {
  auto outcome = routes.find(exchange.method, exchange.request.path);
  if (auto* found = std::get_if<Router::Found>(&outcome)) {
    exchange.operation = &routes.operation(found->id);
    exchange.request.path_parameters = std::move(found->parameters);
    return std::nullopt;
  }
  if (auto* wrong = std::get_if<Router::WrongMethod>(&outcome)) {
    return wrong_method(exchange.request, std::move(wrong->allow));
  }
  return Problem<ErrorCode::not_found>("There is nothing at this address.").response();
}

std::optional<Response> refuse_body(const Route& route, const Request& request, const RequestParser& parser) {
  if (!parser.has_body()) return std::nullopt;
  if (route.media_types.empty())
    return Problem<ErrorCode::unexpected_body>("This operation takes no body.").response();
  if (parser.content_length().value_or(0) > route.max_body) {
    return Problem<ErrorCode::body_too_large>::filled(
               "The body is larger than the {} bytes this resource accepts.", route.max_body)
        .response();
  }
  if (!is_accepted(request.headers.get_or("Content-Type", ""), route.media_types)) {
    return unsupported_media_type(route.media_types);
  }
  if (!request.headers.get_or("Content-Encoding", "").empty()) {
    return Problem<ErrorCode::unsupported_content_encoding>("Bodies are accepted without content coding.")
        .response();
  }
  return std::nullopt;
}

Framing framing_of(const Response& response, bool is_http_1_1) {
  if (response.status == 204 || response.status == 304 || response.status < 200) return Framing::none;
  if (!response.stream || response.content_length) return Framing::length;
  return is_http_1_1 ? Framing::chunked : Framing::until_close;
}

void forbid_sharing(Response& response, const Route* route) {
  const bool personal = route != nullptr && route->access != Access::anonymous;
  if (personal) response.headers.add("Vary", "Authorization");
  if (response.headers.find("Cache-Control")) return;
  response.headers.set("Cache-Control",
                       personal && response.headers.find("ETag") ? "private, no-cache" : "no-store");
}

void write_access_log(const Exchange& exchange, unsigned status, std::chrono::steady_clock::duration took) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  const auto pattern = exchange.operation ? exchange.operation->route.pattern : std::string_view("unrouted");
  log::info("request",
            {{"method", to_string(exchange.method)},
             {"route", pattern},
             {"operation", exchange.operation_name()},
             {"status", status},
             {"durationMs", static_cast<double>(micros) / 1000},
             {"bytes", exchange.bytes_sent},
             {"requestId", exchange.request_id}},
            exchange.scope());
}

}  // namespace mrbill::http
