#include "api/cursor.hpp"

#include <charconv>

#include <fmt/format.h>

namespace mrbill::content {
namespace {

constexpr std::size_t signature_bytes = 16;

std::optional<std::int64_t> take_number(std::string_view& text) {
  const auto end = std::min(text.find(' '), text.size());
  std::int64_t value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + end, value);
  if (error != std::errc{} || rest != text.data() + end) return std::nullopt;
  text.remove_prefix(std::min(end + 1, text.size()));
  return value;
}

std::optional<PageCursor> cursor_of(std::string_view payload) {
  const auto page = take_number(payload);
  const auto time = take_number(payload);
  const auto id = RequestId::parse(payload);
  if (!page || !time || !id) return std::nullopt;
  return PageCursor{*page, {Timestamp(std::chrono::microseconds(*time)), *id}};
}

}  // namespace

std::string Cursors::signature(std::string_view payload, std::string_view binding) const {
  const auto whole = hmac_sha256(secret_, fmt::format("{}:{}{}", payload.size(), payload, binding));
  return {whole.begin(), whole.begin() + signature_bytes};
}

std::string Cursors::seal(const PageCursor& cursor, std::string_view binding) const {
  const auto payload =
      fmt::format("{} {} {}", cursor.page, cursor.after.created_at.time_since_epoch().count(),
                  cursor.after.id.to_string());
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

}  // namespace mrbill::content
