// W3C Trace Context (https://www.w3.org/TR/trace-context/): who called whom, in and out.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <base/random.hpp>

namespace mrbill::trace {

struct Context {
  std::array<std::uint8_t, 16> trace_id{};
  std::array<std::uint8_t, 8> span_id{};
  bool sampled = false;

  [[nodiscard]] std::string trace_hex() const;
  [[nodiscard]] std::string span_hex() const;
  [[nodiscard]] std::string to_traceparent() const;  // 00-<trace>-<span>-<flags>
};

// Nothing for a malformed header, all-zero ids or version ff.
[[nodiscard]] std::optional<Context> parse_traceparent(std::string_view header);
[[nodiscard]] Context start(Random& random);                            // a new trace
[[nodiscard]] Context child_of(const Context& parent, Random& random);  // same trace, new span

}  // namespace mrbill::trace
