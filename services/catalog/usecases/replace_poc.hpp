// A person gives one of their POCs new content.
#pragma once

#include <async/task.hpp>
#include <base/expected_version.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"
#include "usecases/change_content.hpp"

namespace mrbill::catalog {

class ReplacePoc {
 public:
  ReplacePoc(PocStore& store, PocWriter& writer, const Clock& clock)
      : store_(store), writer_(writer), clock_(clock) {}
  // The content it has already: nothing is written and the version stays.
  [[nodiscard]] Task<Result<Poc, ChangePocError>> operator()(Caller caller, PocId id, PocDraft draft,
                                                             ExpectedVersion expected);

 private:
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
