// The ids of auth's own nouns; those of tenant and user are platform/base's.
#pragma once

#include <algorithm>

#include <base/encoding.hpp>
#include <base/uuid.hpp>

namespace mrbill::auth {

using SessionId = Id<struct SessionTag>;  // one sign-in: one family of refresh tokens
using InvitationId = Id<struct InvitationTag>;
using LinkId = Id<struct LinkTag>;  // a mailed link, and the mail that brought it

// The company that a person founds by signing up has an id that follows from theirs, so that a sign-up that
// is sent again can be answered from what its key remembers. The same moment stands in both.
[[nodiscard]] inline TenantId company_of(UserId founder) {
  TenantId company{founder.uuid};
  const auto digest = sha256("company of " + founder.to_string());
  std::copy_n(digest.begin(), 8, company.uuid.bytes.begin() + 8);
  constexpr unsigned variant_bits = 0x3F;
  company.uuid.bytes[8] = static_cast<std::uint8_t>((company.uuid.bytes[8] & variant_bits) | 0x80U);
  return company;
}

}  // namespace mrbill::auth
