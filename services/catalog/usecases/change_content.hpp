// What replacing and patching have in common: who may, which version, the rules, then one write.
#pragma once

#include <functional>

#include <async/task.hpp>
#include <base/expected_version.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::catalog {

using DraftOf = std::function<PocDraft(const PocContent&)>;  // what the content is to become

// Where the POC says so already nothing is written, and it is answered as done whatever version the change
// was based on: most often it is one whose answer was lost, sent again (docs/adr/0045).
[[nodiscard]] Task<Result<Poc, Refusal>> change_content(PocStore& store, PocWriter& writer,
                                                        const Clock& clock, Caller caller, PocId id,
                                                        DraftOf draft_of, ExpectedVersion expected);

}  // namespace mrbill::catalog
