// Mailed links that prove an address or set a password. They work once and for a time; only the hash of their
// token is stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/encoding.hpp>

#include "domain/link_token.hpp"
#include "domain/people.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

struct EmailLink {
  LinkId id;
  UserId user;
  Timestamp expires_at;
  std::optional<Timestamp> used_at;
  [[nodiscard]] bool usable(Timestamp now) const { return !used_at && now < expires_at; }
};

struct PasswordReset {
  EmailLink link;
  std::string password_hash;
  NetworkMark network;  // whoever reads the person's mail is the person: known from now on
  LinkId notice;        // the mail that tells of it
  Timestamp at;
};

class EmailLinks {
 public:
  virtual ~EmailLinks() = default;
  // Asks for a mail to an address, whether or not an account has it: the worker finds out.
  [[nodiscard]] virtual Task<> request(LinkId mail, LinkPurpose purpose, EmailAddress email,
                                       Timestamp at) = 0;
  [[nodiscard]] virtual Task<std::optional<EmailLink>> find(Sha256 token_hash, LinkPurpose purpose) = 0;
  // The network is known from now on. False when the link was used meanwhile.
  [[nodiscard]] virtual Task<bool> verify_email(EmailLink link, NetworkMark network, Timestamp at) = 0;
  // Ends every session of the person. False when the link was used meanwhile.
  [[nodiscard]] virtual Task<bool> reset_password(PasswordReset reset) = 0;
};

}  // namespace mrbill::auth
