// The ids of auth's own nouns; those of tenant and user are platform/base's.
#pragma once

#include <base/uuid.hpp>

namespace mrbill::auth {

using SessionId = Id<struct SessionTag>;  // one sign-in: one family of refresh tokens
using InvitationId = Id<struct InvitationTag>;
using LinkId = Id<struct LinkTag>;  // a mailed link, and the mail that brought it

}  // namespace mrbill::auth
