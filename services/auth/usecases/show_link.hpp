// What a mailed link is good for at this moment. Looking changes nothing, so that scanners which follow links
// use nothing up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ports/email_links.hpp"
#include "ports/invitations.hpp"

namespace mrbill::auth {

enum class LinkStanding : std::uint8_t { open, used, expired, withdrawn, unknown };

struct ShownLink {
  LinkStanding standing = LinkStanding::unknown;
  std::optional<InvitationOffer> offer = {};  // of an invitation that is known
};

class ShowLink {
 public:
  ShowLink(EmailLinks& links, Invitations& invitations, const Clock& clock)
      : links_(links), invitations_(invitations), clock_(clock) {}
  [[nodiscard]] Task<ShownLink> operator()(LinkPurpose purpose, std::string token);

 private:
  EmailLinks& links_;
  Invitations& invitations_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
