#include "usecases/visibility.hpp"

namespace mrbill::catalog {

bool may_see(const Caller& caller, const std::optional<Poc>& poc) {
  return poc && !poc->deleted_at && poc->tenant == caller.tenant &&
         (poc->content.is_public || poc->owned_by(caller));
}

bool may_change(const Caller& caller, const Poc& poc) {
  const bool cared_for = caller.administers && poc.orphaned && poc.content.is_public;
  return poc.owned_by(caller) || cared_for;
}

Caller in_the_creators_name(const Caller& caller, const Poc& poc) {
  auto creator = caller;
  creator.user = poc.creator;
  return creator;
}

}  // namespace mrbill::catalog
