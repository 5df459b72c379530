#include "api/cursor.hpp"

#include <fmt/format.h>

#include <base/number.hpp>

namespace mrbill::content {
namespace {

std::optional<std::int64_t> take_number(std::string_view& text) {
  const auto end = std::min(text.find(' '), text.size());
  const auto value = number_in<std::int64_t>(text.substr(0, end));
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

std::string Cursors::seal(const PageCursor& cursor, std::string_view binding) const {
  return signed_.seal(fmt::format("{} {} {}", cursor.page, cursor.after.created_at.time_since_epoch().count(),
                                  cursor.after.id.to_string()),
                      binding);
}

std::optional<PageCursor> Cursors::open(std::string_view text, std::string_view binding) const {
  const auto payload = signed_.open(text, binding);
  return payload ? cursor_of(*payload) : std::nullopt;
}

}  // namespace mrbill::content
