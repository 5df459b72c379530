// What replacing and patching have in common: who may, which version, the rules, then one write.
#pragma once

#include <cstdint>
#include <functional>

#include <async/task.hpp>
#include <base/expected_version.hpp>
#include <base/result.hpp>

#include "domain/poc_rules.hpp"
#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

struct ChangePocError {
  enum class Code : std::uint8_t {
    invalid_request,  // errors tell
    poc_not_found,
    not_permitted,  // visible, but another person's
    stale,          // changed since the caller saw it
  };
  using enum Code;
  Code code;
  FieldErrors errors = {};
};

using DraftOf = std::function<PocDraft(const PocContent&)>;  // what the content is to become

// Where the POC says so already nothing is written, and it is answered as done whatever version the change
// was based on: most often it is one whose answer was lost, sent again (docs/adr/0045).
[[nodiscard]] Task<Result<Poc, ChangePocError>> change_content(PocStore& store, PocWriter& writer,
                                                               const Clock& clock, Caller caller, PocId id,
                                                               DraftOf draft_of, ExpectedVersion expected);

}  // namespace mrbill::catalog
