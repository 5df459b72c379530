#pragma once

#include <postgres/database.hpp>

#include "adapters/postgres/domain_events.hpp"
#include "ports/invitations.hpp"

namespace mrbill::auth {

class PostgresInvitations final : public Invitations {
 public:
  PostgresInvitations(postgres::Database& database, const DomainEvents& domain_events)
      : database_(database), domain_events_(domain_events) {}
  Task<Result<Created, InviteRefusal>> add(NewInvitation invitation) override;
  Task<Page<Invitation>> list(Caller caller, PageRequest request) override;
  Task<Result<void, WithdrawRefusal>> withdraw(WithdrawOrder order) override;
  Task<std::optional<InvitationOffer>> find(Sha256 token_hash) override;
  Task<Result<void, AcceptRefusal>> accept(Acceptance acceptance) override;

 private:
  [[nodiscard]] Task<> join(postgres::Transaction& transaction, Acceptance acceptance);
  postgres::Database& database_;
  const DomainEvents& domain_events_;
};

}  // namespace mrbill::auth
