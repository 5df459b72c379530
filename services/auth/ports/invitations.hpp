// Invitations to a company, bound to an address.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/encoding.hpp>
#include <base/result.hpp>

#include "domain/page.hpp"
#include "domain/people.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

// The rules are asked within the transaction, with roles as they are then, not as a token says.
struct NewInvitation {
  Caller caller;
  Invitation invitation;
  Sha256 token_hash;
  LinkId mail;
  std::optional<IdempotencyKey> key;
  bool (*rule)(Role actor, Role invited) = nullptr;
};
enum class InviteRefusal : std::uint8_t {
  not_permitted,
  already_member,
  already_invited,
  idempotency_key_in_use,
  idempotency_key_reused
};
struct WithdrawOrder {
  Caller caller;
  InvitationId id;
  Timestamp at;
  bool (*rule)(const Withdrawal&) = nullptr;
};
enum class WithdrawRefusal : std::uint8_t { not_permitted, invitation_not_found, invitation_accepted };

// What the holder of a link is invited to.
struct InvitationOffer {
  Invitation invitation;
  TenantId tenant;
  std::string tenant_name;
  std::optional<UserId> account;  // of the invited address
  std::string inviter_name = {};
};

// An account that is born by accepting; its address is verified, the mail came through.
struct NewAccount {
  std::string password_hash;
  std::string full_name;
  Preferences preferences;
};
struct Acceptance {
  InvitationOffer offer;
  UserId user;
  std::optional<NewAccount> account;   // nothing for who has one
  std::optional<NetworkMark> network;  // known from now on; nothing for who was signed in
  Timestamp at;
  std::string traceparent;
};
enum class AcceptRefusal : std::uint8_t { already_member, used_meanwhile };

class Invitations {
 public:
  virtual ~Invitations() = default;
  // With a key that was used before, the earlier creation.
  [[nodiscard]] virtual Task<Result<Created, InviteRefusal>> add(NewInvitation invitation) = 0;
  [[nodiscard]] virtual Task<Page<Invitation>> list(Caller caller, PageRequest request) = 0;  // newest first
  [[nodiscard]] virtual Task<Result<void, WithdrawRefusal>> withdraw(WithdrawOrder order) = 0;
  [[nodiscard]] virtual Task<std::optional<InvitationOffer>> find(Sha256 token_hash) = 0;
  [[nodiscard]] virtual Task<Result<void, AcceptRefusal>> accept(Acceptance acceptance) = 0;
};

}  // namespace mrbill::auth
