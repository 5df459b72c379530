// The common end of replacing and patching: the rules, then one write, unless nothing differs.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/poc_writer.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::catalog {

[[nodiscard]] Task<Result<Poc, Refusal>> write_new_content(PocWriter& writer, const Clock& clock,
                                                           Caller caller, Poc poc, PocDraft draft);

}  // namespace mrbill::catalog
