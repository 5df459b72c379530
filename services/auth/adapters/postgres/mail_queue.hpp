#pragma once

#include <postgres/database.hpp>

#include "ports/mail_queue.hpp"

namespace mrbill::auth {

class PostgresMailQueue final : public MailQueue {
 public:
  explicit PostgresMailQueue(postgres::Database& worker_database) : database_(worker_database) {}
  Task<std::vector<QueuedMail>> take(Timestamp now, int most) override;
  Task<std::optional<Addressee>> addressee(EmailAddress email) override;
  Task<std::optional<Invited>> invited(InvitationId id, Timestamp now) override;
  Task<std::optional<Timestamp>> admit(QueuedMail mail, Allowance allowance, Timestamp now) override;
  Task<> postpone(LinkId id, Timestamp until) override;
  Task<> add_link(NewLink link) override;
  Task<> done(LinkId id) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
