#include "usecases/visibility.hpp"

namespace mrbill::catalog {

Result<Poc, Refusal> visible(const Caller& caller, std::optional<Poc> poc) {
  const bool seen = poc && !poc->deleted_at && poc->tenant == caller.tenant &&
                    (poc->content.is_public || poc->owned_by(caller));
  if (!seen) return fail(Refusal{RefusalCode::poc_not_found});
  return *std::move(poc);
}

Result<Poc, Refusal> changeable(const Caller& caller, std::optional<Poc> poc) {
  TRY(auto seen, visible(caller, std::move(poc)));
  const bool cared_for = caller.administers && seen.orphaned && seen.content.is_public;
  if (!seen.owned_by(caller) && !cared_for) return fail(Refusal{RefusalCode::not_permitted});
  return seen;
}

Caller in_the_creators_name(const Caller& caller, const Poc& poc) {
  auto creator = caller;
  creator.user = poc.creator;
  return creator;
}

}  // namespace mrbill::catalog
