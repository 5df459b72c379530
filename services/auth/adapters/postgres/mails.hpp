// A mail that waits to be written, put by the transaction that causes it.
#pragma once

#include <postgres/statement.hpp>

namespace mrbill::auth {

// mail, kind, recipient, when, and the invitation that it is about, if any.
inline constexpr postgres::Statement insert_mail{"insert_mail", R"(
  INSERT INTO mails (mail_id, kind, recipient, created_at, not_before, invitation) VALUES ($1, $2, $3, $4, $4, $5))"};

}  // namespace mrbill::auth
