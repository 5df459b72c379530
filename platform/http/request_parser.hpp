// Turns the bytes of one HTTP/1.1 request into a Request. Beast does the grammar; on top of it everything is
// refused that two readers could frame differently (RFC 9112 section 11.2, request smuggling).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include <base/result.hpp>
#include <contract/told.hpp>
#include <http/message.hpp>

namespace mrbill::http {

// Why a request cannot be served as it is.
using Refusal = contract::Told;
using contract::ErrorCode;

inline constexpr Refusal malformed_head{ErrorCode::malformed_request,
                                        "This is not a well-formed HTTP/1.1 request."};

class RequestParser {
 public:
  RequestParser();
  ~RequestParser();

  // A new request begins; it is filled piece by piece and must stay until the body is complete.
  // `head` is the whole head with its empty line.
  [[nodiscard]] Result<void, Refusal> read_head(std::string_view head, Request& request);
  [[nodiscard]] bool keep_alive() const;
  [[nodiscard]] bool is_http_1_1() const;
  [[nodiscard]] bool expects_continue() const;  // Expect: 100-continue
  [[nodiscard]] bool has_body() const;          // a length above zero, or chunked
  [[nodiscard]] std::optional<std::uint64_t> content_length() const;

  // Takes body bytes; tells how many it used. Beyond `max` decoded bytes: 413.
  [[nodiscard]] Result<std::size_t, Refusal> read_body(std::string_view bytes, std::uint64_t max);
  [[nodiscard]] bool complete() const;

 private:
  class Grammar;
  std::unique_ptr<Grammar> grammar_;
};

}  // namespace mrbill::http
