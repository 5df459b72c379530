// A person brings back one of their deleted POCs. One that is not deleted stays as it is.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

enum class RestorePocError : std::uint8_t {
  poc_not_found,
  not_permitted,  // visible, but another person's
};

class RestorePoc {
 public:
  RestorePoc(PocStore& store, PocWriter& writer, const Clock& clock)
      : store_(store), writer_(writer), clock_(clock) {}
  [[nodiscard]] Task<Result<Poc, RestorePocError>> operator()(Caller caller, PocId id);

 private:
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
