// What arrives on a connection: heads, bodies, queries, cookies. A head is framed alike whole and byte
// by byte.
#include <http/cookies.hpp>
#include <http/head_scanner.hpp>
#include <http/query.hpp>
#include <http/request_parser.hpp>

#include "property.hpp"

namespace {

using namespace mrbill::http;

constexpr std::uint64_t max_body = 1 << 16;

void read_body(RequestParser& parser, std::string_view rest) {
  while (!rest.empty() && !parser.complete()) {
    const auto used = parser.read_body(rest, max_body);
    if (!used || *used == 0) return;
    rest.remove_prefix(*used);
  }
}

void read_message(std::string_view bytes) {
  HeadScanner whole{HeadLimits{}};
  const auto state = whole.scan(bytes);
  HeadScanner piecewise{HeadLimits{}};
  HeadState last = state;
  for (std::size_t end = 0; end <= bytes.size(); ++end) {
    last = piecewise.scan(bytes.substr(0, end));
    if (last == HeadState::complete) break;
  }
  if (state != HeadState::complete) return;
  CHECK(last == HeadState::complete && piecewise.length() == whole.length(),
        "framing does not depend on the pieces");
  RequestParser parser;
  mrbill::http::Request request;
  if (!parser.read_head(bytes.substr(0, whole.length()), request)) return;
  read_body(parser, bytes.substr(whole.length()));
  static_cast<void>(parse_query(request.query));
  static_cast<void>(cookie(request.headers, "mrbill_refresh"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = mrbill::fuzz::text_of(data, size);
  read_message(text);
  static_cast<void>(parse_query(text));
  return 0;
}
