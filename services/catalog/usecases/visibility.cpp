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
  if (!seen.owned_by(caller)) return fail(Refusal{RefusalCode::not_permitted});
  return seen;
}

}  // namespace mrbill::catalog
