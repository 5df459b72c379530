// A Response as bytes: the head, and the framing of a streamed body.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <http/message.hpp>

namespace mrbill::http {

enum class Framing : std::uint8_t { none, length, chunked, until_close };

// What the connection adds to every head.
struct HeadFacts {
  bool keep_alive = true;
  bool is_http_1_1 = true;
  Framing framing = Framing::length;
  std::uint64_t length = 0;  // of the body, with Framing::length
  std::string_view date;     // IMF-fixdate
  std::string_view request_id;
  std::string_view traceparent;
};

// Appends the status line and the fields. Connection, Content-Length, Transfer-Encoding and Date are the
// server's: a handler's own are dropped. False, with out as it was, when a field could not be sent without
// splitting the answer.
[[nodiscard]] bool append_head(std::string& out, const Response& response, const HeadFacts& facts);

[[nodiscard]] std::string chunk_head(std::size_t size);  // "1f\r\n"

[[nodiscard]] std::string imf_date(std::int64_t unix_seconds);  // Sun, 06 Nov 1994 08:49:37 GMT

}  // namespace mrbill::http
