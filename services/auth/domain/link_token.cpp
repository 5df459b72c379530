#include "domain/link_token.hpp"

#include <base/unreachable.hpp>

namespace mrbill::auth {

std::string_view to_string(LinkPurpose purpose) {
  switch (purpose) {
    case LinkPurpose::verify_email:
      return "verify_email";
    case LinkPurpose::reset_password:
      return "reset_password";
    case LinkPurpose::invitation:
      return "invitation";
  }
  unreachable();
}

Secret LinkTokens::derive(LinkPurpose purpose, const Uuid& id) const {
  return Secret{to_base64url(key_.derive(to_string(purpose)).mac(id.to_string()))};
}

std::optional<Sha256> link_hash(std::string_view token) {
  const auto mac = from_base64url(token);
  if (!mac || mac->size() != std::tuple_size_v<Sha256>) return std::nullopt;
  return sha256(token);
}

}  // namespace mrbill::auth
