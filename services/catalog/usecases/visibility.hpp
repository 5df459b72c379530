// Who may see and who may change: the first wall. (The second stands in the database's policies.)
#pragma once

#include <optional>
#include <utility>

#include <base/result.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// Private means its creator alone; within the tenant only; a deleted one is not there.
[[nodiscard]] bool may_see(const Caller& caller, const std::optional<Poc>& poc);
// Of a visible one: it is the caller's own; or it is public, its creator has left, and the caller administers
// the tenant.
[[nodiscard]] bool may_change(const Caller& caller, const Poc& poc);
// In whose name a changeable POC is written: it stays its creator's.
[[nodiscard]] Caller in_the_creators_name(const Caller& caller, const Poc& poc);

// The same as a refusal, among those of the use case that asks.
template <class Error>
[[nodiscard]] Result<Poc, Error> visible(const Caller& caller, std::optional<Poc> poc) {
  if (!may_see(caller, poc)) return fail(Error{Error::poc_not_found});
  return *std::move(poc);
}
template <class Error>
[[nodiscard]] Result<Poc, Error> changeable(const Caller& caller, std::optional<Poc> poc) {
  TRY(auto seen, visible<Error>(caller, std::move(poc)));
  if (!may_change(caller, seen)) return fail(Error{Error::not_permitted});
  return seen;
}

}  // namespace mrbill::catalog
