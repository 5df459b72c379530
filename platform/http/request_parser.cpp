#include <algorithm>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <http/ascii.hpp>
#include <http/percent.hpp>
#include <http/request_parser.hpp>

namespace mrbill::http {

namespace beast = boost::beast;
using beast::error_code;

namespace {

constexpr Refusal bad_framing{ErrorCode::malformed_request,
                              "The length of the request's body is not stated clearly."};
constexpr Refusal bad_host{ErrorCode::malformed_request, "A request names exactly one host."};
constexpr Refusal invalid_host{ErrorCode::malformed_request, "The Host field names no host."};
constexpr Refusal bad_target{ErrorCode::malformed_request, "The request target is not a valid URL path."};
constexpr Refusal bad_version{ErrorCode::http_version, "Only HTTP/1.1 and HTTP/1.0 are spoken here."};
constexpr Refusal bad_method{ErrorCode::method_not_implemented, "This method is not implemented."};
constexpr Refusal bad_coding{ErrorCode::coding_not_implemented,
                             "The only transfer coding implemented is chunked."};
constexpr Refusal bad_expectation{ErrorCode::expectation_failed,
                                  "The only expectation that can be met is 100-continue."};
constexpr Refusal too_large{ErrorCode::body_too_large,
                            "The request's body is larger than this resource accepts."};

constexpr std::uint64_t chunk_head_limit = 1024;

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

bool is_target_character(char c) {
  return ascii::is_visible(c) && std::string_view("\"#<>\\^`{|}").find(c) == std::string_view::npos;
}

// RFC 9112 section 3.2: origin-form; absolute-form is accepted and its authority ignored; "*" only
// with OPTIONS.
std::optional<std::string_view> origin_form(std::string_view target) {
  for (std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const auto slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
  }
  if (target.starts_with('/')) return target;
  return std::nullopt;
}

// RFC 9110 section 7.2: a host, which may be empty, and a port. Whoever reads it back must not find
// anything else.
bool is_authority(std::string_view text) {
  const auto end_of_host = text.starts_with('[') ? text.find(']') + 1 : std::min(text.find(':'), text.size());
  const auto host = text.substr(0, end_of_host);
  const auto port = text.substr(end_of_host);
  const auto is_host_character = [](char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) ||
           std::string_view("-._~%!$&'()*+;=").find(c) != std::string_view::npos;
  };
  const auto is_address_character = [](char c) {
    return ascii::is_digit(c) || (ascii::lower(c) >= 'a' && ascii::lower(c) <= 'f') || c == ':' || c == '.';
  };
  const bool in_brackets = host.starts_with('[');
  if (in_brackets
          ? host.size() < 4 || !std::ranges::all_of(host.substr(1, host.size() - 2), is_address_character)
          : !std::ranges::all_of(host, is_host_character) || !has_whole_percents(host))
    return false;
  return port.empty() ||
         (port.front() == ':' && port.size() <= 6 && std::ranges::all_of(port.substr(1), ascii::is_digit));
}

bool set_target(std::string_view target, Request& request) {
  if (!std::ranges::all_of(target, is_target_character)) return false;
  if (target == "*" && request.method == Method::options) {
    request.path = "*";
    return true;
  }
  const auto origin = origin_form(target);
  if (!origin) return false;
  const auto mark = std::min(origin->find('?'), origin->size());
  request.path = origin->substr(0, mark);
  request.query = origin->substr(std::min(mark + 1, origin->size()));
  return has_whole_percents(request.path);
}

}  // namespace

class RequestParser::Grammar final : public beast::http::basic_parser<true> {
 public:
  explicit Grammar(Request& into) : request(into) {
    header_limit(
        static_cast<std::uint32_t>(-1));  // HeadScanner limits heads, the connection's buffer chunk heads
    body_limit(boost::none);
    request.headers.reserve(16);
  }

  [[nodiscard]] std::optional<Refusal> check_head() const {
    if (is_1_1 ? hosts != 1 : hosts > 1) return bad_host;
    if (bad_authority) return invalid_host;
    if (lengths > 1 || codings > 1 || (lengths > 0 && codings > 0)) return bad_framing;
    if (codings > 0 && !is_1_1) return bad_framing;
    if (codings > 0 && !coded_chunked) return bad_coding;
    if (bad_expect) return bad_expectation;
    return std::nullopt;
  }

  Request& request;
  std::optional<Refusal> refusal;
  std::uint64_t max_body = 0;
  bool is_1_1 = true;
  bool in_head = true;
  bool expects_continue = false;
  bool bad_expect = false;
  bool coded_chunked = false;
  bool bad_authority = false;
  unsigned hosts = 0;
  unsigned lengths = 0;
  unsigned codings = 0;

 private:
  void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                       error_code& ec) override {
    is_1_1 = version == 11;
    const auto known = http::parse_method(view(method));
    if (!known) return refuse(bad_method, ec);
    request.method = *known;
    if (!set_target(view(target), request)) refuse(bad_target, ec);
  }

  void on_field_impl(beast::http::field known, beast::string_view name, beast::string_view value,
                     error_code&) override {
    if (!in_head) return;  // trailers are read and dropped
    using beast::http::field;
    const auto text = view(value);
    switch (known) {
      case field::host:
        ++hosts;
        bad_authority = bad_authority || !is_authority(text);
        break;
      case field::content_length:
        ++lengths;
        break;
      case field::transfer_encoding:
        ++codings;
        coded_chunked = ascii::equal_without_case(text, "chunked");
        break;
      case field::expect:
        expects_continue = is_1_1 && ascii::equal_without_case(text, "100-continue");
        bad_expect = bad_expect || (is_1_1 && !expects_continue);
        break;
      default:
        break;
    }
    request.headers.add(std::string(view(name)), std::string(text));
  }

  void on_header_impl(error_code&) override { in_head = false; }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}

  std::size_t on_body_impl(beast::string_view piece, error_code& ec) override {
    if (request.body.size() + piece.size() > max_body) {
      refuse(too_large, ec);
      return 0;
    }
    request.body.append(piece.data(), piece.size());
    return piece.size();
  }

  void on_chunk_header_impl(std::uint64_t size, beast::string_view extensions, error_code& ec) override {
    if (extensions.size() > chunk_head_limit) return refuse(malformed_head, ec);
    if (size > max_body || request.body.size() + size > max_body) refuse(too_large, ec);
  }

  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view piece, error_code& ec) override {
    return on_body_impl(piece, ec);
  }

  void on_response_impl(int, beast::string_view, int, error_code&) override {}
  void on_finish_impl(error_code&) override {}

  void refuse(const Refusal& why, error_code& ec) {
    refusal = why;
    ec = beast::http::error::bad_value;
  }
};

namespace {

// "GET / HTTP/2.0", as opposed to any other bad first line.
bool names_a_version(std::string_view head) {
  const auto line = head.substr(0, head.find('\r'));
  return std::ranges::count(line, ' ') == 2 && line.substr(line.rfind(' ')).starts_with(" HTTP/");
}

}  // namespace

RequestParser::RequestParser() = default;
RequestParser::~RequestParser() = default;

Result<void, Refusal> RequestParser::read_head(std::string_view head, Request& request) {
  grammar_ = std::make_unique<Grammar>(request);
  error_code ec;
  const auto used = grammar_->put(asio::const_buffer(head.data(), head.size()), ec);
  if (ec || used != head.size() || !grammar_->is_header_done()) {
    const bool version = ec == beast::http::error::bad_version && names_a_version(head);
    return fail(grammar_->refusal.value_or(version ? bad_version : malformed_head));
  }
  if (auto refusal = grammar_->check_head()) return fail(*refusal);
  return {};
}

bool RequestParser::keep_alive() const {
  return grammar_->keep_alive();
}
bool RequestParser::is_http_1_1() const {
  return grammar_->is_1_1;
}
bool RequestParser::expects_continue() const {
  return grammar_->expects_continue && has_body();
}
bool RequestParser::has_body() const {
  return grammar_->chunked() || content_length().value_or(0) > 0;
}
bool RequestParser::complete() const {
  return grammar_->is_done();
}

std::optional<std::uint64_t> RequestParser::content_length() const {
  const auto length = grammar_->content_length();
  return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

Result<std::size_t, Refusal> RequestParser::read_body(std::string_view bytes, std::uint64_t max) {
  grammar_->max_body = max;
  std::size_t used = 0;
  while (used < bytes.size() && !grammar_->is_done()) {
    const auto left = bytes.size() - used;
    // A chunked body ends with five bytes; given fewer, Beast's parser may run into an assertion of its own.
    if (grammar_->chunked() && left < 5) break;
    error_code ec;
    used += grammar_->put(asio::const_buffer(bytes.data() + used, left), ec);
    if (ec == beast::http::error::need_more) break;
    if (ec) return fail(grammar_->refusal.value_or(malformed_head));
  }
  return used;
}

}  // namespace mrbill::http
