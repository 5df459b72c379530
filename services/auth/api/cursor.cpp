#include "api/cursor.hpp"

#include <charconv>
#include <vector>

#include <base/encoding.hpp>

namespace mrbill::auth {
namespace {

constexpr char between = '\x1f';  // in no name, number or id

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(between);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string Cursors::seal_of(std::string_view list, const Caller& caller, std::string_view payload) const {
  const auto bound = std::string(list) + caller.tenant.to_string() + caller.user.to_string();
  return to_base64url(key_.mac(bound + between + std::string(payload)));
}

std::string Cursors::seal(std::string_view list, const Caller& caller, const PageKey& after,
                          std::int64_t page) const {
  const auto payload = std::to_string(page) + between + after.id + between + after.sorted_by;
  return to_base64url(as_bytes(payload)) + "." + seal_of(list, caller, payload);
}

std::optional<PageRequest> Cursors::open(std::string_view list, const Caller& caller,
                                         std::string_view cursor) const {
  const auto dot = cursor.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto payload = from_base64url(cursor.substr(0, dot));
  if (!payload || !equal_in_constant_time(cursor.substr(dot + 1), seal_of(list, caller, *payload)))
    return std::nullopt;
  const auto parts = parts_of(*payload);
  if (parts.size() != 3) return std::nullopt;
  std::int64_t page = 0;
  std::from_chars(parts[0].data(), parts[0].data() + parts[0].size(), page);
  return PageRequest{page, 0, PageKey{std::string(parts[2]), std::string(parts[1])}};
}

}  // namespace mrbill::auth
