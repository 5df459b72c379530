#pragma once

#include <metrics/metrics.hpp>
#include <postgres/database.hpp>

#include "ports/mail_queue.hpp"

namespace mrbill::auth {

class PostgresMailQueue final : public MailQueue {
 public:
  PostgresMailQueue(postgres::Database& worker_database, metrics::Registry& registry)
      : database_(worker_database), registry_(registry) {}
  Task<std::vector<QueuedMail>> take(Timestamp now, int max) override;
  Task<std::optional<Addressee>> addressee(EmailAddress email) override;
  Task<std::optional<Invited>> invited(InvitationId id, Timestamp now) override;
  Task<std::optional<Timestamp>> admit(QueuedMail mail, Allowance allowance, Timestamp now) override;
  Task<> postpone(LinkId id, Timestamp until) override;
  Task<> add_link(NewLink link) override;
  Task<> done(LinkId id) override;

 private:
  postgres::Database& database_;
  metrics::Registry& registry_;
};

}  // namespace mrbill::auth
