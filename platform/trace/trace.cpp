#include <algorithm>

#include <base/encoding.hpp>
#include <trace/trace.hpp>

namespace mrbill::trace {

namespace {

template <std::size_t N>
bool read_hex(std::string_view text, std::array<std::uint8_t, N>& out) {
  const auto bytes = from_hex(text);
  if (!bytes || bytes->size() != N) return false;
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return std::any_of(out.begin(), out.end(), [](std::uint8_t byte) { return byte != 0; });
}

}  // namespace

std::string Context::trace_hex() const {
  return to_hex(trace_id);
}
std::string Context::span_hex() const {
  return to_hex(span_id);
}

std::string Context::to_traceparent() const {
  return "00-" + trace_hex() + "-" + span_hex() + (sampled ? "-01" : "-00");
}

std::optional<Context> parse_traceparent(std::string_view header) {
  constexpr std::size_t length = 55;  // 2 + 1 + 32 + 1 + 16 + 1 + 2; a later version may append "-..."
  if (header.size() < length || header[2] != '-' || header[35] != '-' || header[52] != '-')
    return std::nullopt;
  const auto version = from_hex(header.substr(0, 2));
  const auto flags = from_hex(header.substr(53, 2));
  if (!version || !flags || (*version)[0] == '\xff') return std::nullopt;
  const bool exact = header.size() == length;
  const bool later = (*version)[0] != '\0' && !exact && header[length] == '-';
  if (!exact && !later) return std::nullopt;
  Context context;
  if (!read_hex(header.substr(3, 32), context.trace_id)) return std::nullopt;
  if (!read_hex(header.substr(36, 16), context.span_id)) return std::nullopt;
  context.sampled = ((*flags)[0] & 1) != 0;
  return context;
}

Context start(Random& random) {
  return {.trace_id = random.bytes<16>(), .span_id = random.bytes<8>(), .sampled = true};
}

Context child_of(const Context& parent, Random& random) {
  return {.trace_id = parent.trace_id, .span_id = random.bytes<8>(), .sampled = parent.sampled};
}

}  // namespace mrbill::trace
