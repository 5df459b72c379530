// A person registers a POC.
//
//   RegisterPoc register_poc(store, writer, clock, random);
//   auto poc = co_await register_poc(caller, {.name = "Ray tracer"}, key);
#pragma once

#include <cstdint>
#include <optional>

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>

#include "domain/poc_rules.hpp"
#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

struct RegisterPocError {
  enum class Code : std::uint8_t {
    invalid_request,  // errors tell
    idempotency_key_in_use,
    idempotency_key_reused,
  };
  using enum Code;
  Code code;
  FieldErrors errors = {};
};

class RegisterPoc {
 public:
  RegisterPoc(PocStore& store, PocWriter& writer, const Clock& clock, Random& random)
      : store_(store), writer_(writer), clock_(clock), random_(random) {}
  // With a key that has been answered before: the POC as it was born, whatever has become of it.
  [[nodiscard]] Task<Result<Poc, RegisterPocError>> operator()(Caller caller, PocDraft draft,
                                                               std::optional<IdempotencyKey> key);

 private:
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::catalog
