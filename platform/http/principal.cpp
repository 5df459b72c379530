#include <span>

#include <base/encoding.hpp>
#include <base/unreachable.hpp>
#include <http/principal.hpp>

namespace mrbill::http {

std::string_view to_string(Role role) {
  switch (role) {
    case Role::user:
      return "USER";
    case Role::admin:
      return "ADMIN";
    case Role::owner:
      return "OWNER";
  }
  unreachable();
}

std::optional<Role> parse_role(std::string_view text) {
  for (auto role : {Role::user, Role::admin, Role::owner}) {
    if (to_string(role) == text) return role;
  }
  return std::nullopt;
}

std::string mark_of(const Principal& principal) {
  const auto digest = sha256(principal.tenant.to_string() + principal.user.to_string());
  return to_hex(std::span(digest).first<4>());
}

}  // namespace mrbill::http
