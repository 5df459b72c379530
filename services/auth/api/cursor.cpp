#include "api/cursor.hpp"

#include <vector>

#include <base/number.hpp>

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

std::string binding_of(std::string_view list, const Caller& caller) {
  return std::string(list) + between + caller.tenant.to_string() + caller.user.to_string();
}

}  // namespace

std::string Cursors::seal(std::string_view list, const Caller& caller, const PageKey& after,
                          std::int64_t page) const {
  const auto payload = std::to_string(page) + between + after.id + between + after.sorted_by;
  return signed_.seal(payload, binding_of(list, caller));
}

std::optional<PageRequest> Cursors::open(std::string_view list, const Caller& caller,
                                         std::string_view cursor) const {
  const auto payload = signed_.open(cursor, binding_of(list, caller));
  if (!payload) return std::nullopt;
  const auto parts = parts_of(*payload);
  if (parts.size() != 3) return std::nullopt;
  const auto page = number_in<std::int64_t>(parts[0]);
  if (!page) return std::nullopt;
  return PageRequest{*page, 0, PageKey{std::string(parts[2]), std::string(parts[1])}};
}

}  // namespace mrbill::auth
