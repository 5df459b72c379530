// Who may see and who may change: the first wall. (The second stands in the database's policies.)
#pragma once

#include <optional>

#include <base/expected_version.hpp>
#include <base/result.hpp>

#include "usecases/refusal.hpp"

namespace mrbill::catalog {

// Private means its creator alone; within the tenant only; a deleted one is not there.
[[nodiscard]] Result<Poc, Refusal> visible(const Caller& caller, std::optional<Poc> poc);
// Visible, and the caller's own; or public, left behind by its creator, and the caller administers
// the tenant.
[[nodiscard]] Result<Poc, Refusal> changeable(const Caller& caller, std::optional<Poc> poc);
// In whose name a changeable POC is written: it stays its creator's.
[[nodiscard]] Caller in_the_creators_name(const Caller& caller, const Poc& poc);

}  // namespace mrbill::catalog
