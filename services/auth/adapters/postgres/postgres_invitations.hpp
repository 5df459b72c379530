#pragma once

#include <postgres/database.hpp>

#include "adapters/postgres/auth_events.hpp"
#include "ports/invitations.hpp"

namespace mrbill::auth {

class PostgresInvitations final : public Invitations {
 public:
  PostgresInvitations(postgres::Database& database, const AuthEvents& auth_events)
      : database_(database), auth_events_(auth_events) {}
  Task<Result<Created, InviteRefusal>> add(NewInvitation invitation) override;
  Task<Page<Invitation>> list(Caller caller, PageRequest request) override;
  Task<Result<void, WithdrawRefusal>> withdraw(WithdrawOrder order) override;
  Task<std::optional<InvitationOffer>> find(Sha256 token_hash) override;
  Task<Result<void, AcceptRefusal>> accept(Acceptance acceptance) override;

 private:
  [[nodiscard]] Task<> join(postgres::Transaction& transaction, Acceptance acceptance);
  postgres::Database& database_;
  const AuthEvents& auth_events_;
};

}  // namespace mrbill::auth
