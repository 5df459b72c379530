#include "usecases/show_link.hpp"

#include <base/unreachable.hpp>

namespace mrbill::auth {
namespace {

LinkStanding standing_of(InvitationState state) {
  switch (state) {
    case InvitationState::pending:
      return LinkStanding::open;
    case InvitationState::accepted:
      return LinkStanding::used;
    case InvitationState::expired:
      return LinkStanding::expired;
    case InvitationState::withdrawn:
      return LinkStanding::withdrawn;
  }
  unreachable();
}

LinkStanding standing_of(const EmailLink& link, Timestamp now) {
  if (link.used_at) return LinkStanding::used;
  return link.usable(now) ? LinkStanding::open : LinkStanding::expired;
}

}  // namespace

Task<ShownLink> ShowLink::operator()(LinkPurpose purpose, std::string token) {
  const auto hash = link_hash(token);
  if (!hash) co_return ShownLink{};
  if (purpose == LinkPurpose::invitation) {
    auto offer = co_await invitations_.find(*hash);
    if (!offer) co_return ShownLink{};
    const auto standing = standing_of(offer->invitation.state(clock_.now()));
    co_return ShownLink{standing, std::move(offer)};
  }
  const auto link = co_await links_.find(*hash, purpose);
  if (!link) co_return ShownLink{};
  co_return ShownLink{standing_of(*link, clock_.now()), std::nullopt};
}

}  // namespace mrbill::auth
