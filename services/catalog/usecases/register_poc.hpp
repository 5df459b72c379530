// A person registers a POC.
//
//   RegisterPoc register_poc(store, writer, clock, random);
//   auto poc = co_await register_poc(caller, {.name = "Ray tracer"}, key);
#pragma once

#include <optional>

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::catalog {

class RegisterPoc {
 public:
  RegisterPoc(PocStore& store, PocWriter& writer, const Clock& clock, Random& random)
      : store_(store), writer_(writer), clock_(clock), random_(random) {}
  // With a key that has been answered before: the POC as it was born, whatever has become of it.
  [[nodiscard]] Task<Result<Poc, Refusal>> operator()(Caller caller, PocDraft draft,
                                                      std::optional<IdempotencyKey> key);

 private:
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::catalog
