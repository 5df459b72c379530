#pragma once

#include <postgres/database.hpp>

#include "ports/email_links.hpp"

namespace mrbill::auth {

class PostgresEmailLinks final : public EmailLinks {
 public:
  explicit PostgresEmailLinks(postgres::Database& database) : database_(database) {}
  Task<> request(LinkId mail, LinkPurpose purpose, EmailAddress email, Timestamp at) override;
  Task<std::optional<EmailLink>> find(Sha256 token_hash, LinkPurpose purpose) override;
  Task<bool> verify_email(EmailLink link, NetworkMark network, Timestamp at) override;
  Task<bool> reset_password(PasswordReset reset) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
