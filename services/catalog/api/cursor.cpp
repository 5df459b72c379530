#include "api/cursor.hpp"

#include <charconv>
#include <vector>

namespace mrbill::catalog {
namespace {

constexpr std::size_t signature_bytes = 16;

// Fields by line; the name, which may hold anything but a line end, comes last.
std::string payload_of(const PageCursor& cursor) {
  std::string text = std::to_string(cursor.page) + '\n';
  if (const auto* offset = std::get_if<std::uint32_t>(&cursor.place))
    return text + "offset\n" + std::to_string(*offset);
  const auto& position = std::get<PocPosition>(cursor.place);
  if (const auto* time = std::get_if<Timestamp>(&position.key))
    return text + "time\n" + position.id.to_string() + '\n' +
           std::to_string(time->time_since_epoch().count());
  return text + "text\n" + position.id.to_string() + '\n' + std::get<std::string>(position.key);
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::optional<PocPosition> position_of(std::string_view kind, std::string_view rest) {
  const auto id = PocId::parse(take_line(rest));
  if (!id) return std::nullopt;
  if (kind == "text") return PocPosition{std::string(rest), *id};
  const auto time = number<std::int64_t>(rest);
  if (kind != "time" || !time) return std::nullopt;
  return PocPosition{Timestamp(std::chrono::microseconds(*time)), *id};
}

std::optional<PageCursor> cursor_of(std::string_view payload) {
  const auto page = number<std::int64_t>(take_line(payload));
  const auto kind = take_line(payload);
  if (!page) return std::nullopt;
  if (kind == "offset") {
    const auto offset = number<std::uint32_t>(payload);
    return offset ? std::optional(PageCursor{*page, *offset}) : std::nullopt;
  }
  auto position = position_of(kind, payload);
  return position ? std::optional(PageCursor{*page, *std::move(position)}) : std::nullopt;
}

}  // namespace

std::string Cursors::signature(std::string_view payload, std::string_view binding) const {
  std::string text = std::to_string(payload.size());
  text += ':';
  text += payload;
  text += binding;
  const auto whole = hmac_sha256(secret_, text);
  return {whole.begin(), whole.begin() + signature_bytes};
}

std::string Cursors::seal(const PageCursor& cursor, std::string_view binding) const {
  const auto payload = payload_of(cursor);
  return to_base64url(as_bytes(payload)) + '.' + to_base64url(as_bytes(signature(payload, binding)));
}

std::optional<PageCursor> Cursors::open(std::string_view text, std::string_view binding) const {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto payload = from_base64url(text.substr(0, dot));
  const auto signed_by = from_base64url(text.substr(dot + 1));
  if (!payload || !signed_by || !equal_in_constant_time(*signed_by, signature(*payload, binding)))
    return std::nullopt;
  return cursor_of(*payload);
}

}  // namespace mrbill::catalog
