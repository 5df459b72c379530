// A person deletes one of their POCs. It can be restored for 30 days, and until then deleting it again is
// answered as done.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/expected_version.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

enum class DeletePocError : std::uint8_t {
  poc_not_found,
  not_permitted,  // visible, but another person's
  stale,          // changed since the caller saw it
};

class DeletePoc {
 public:
  DeletePoc(PocStore& store, PocWriter& writer, const Clock& clock)
      : store_(store), writer_(writer), clock_(clock) {}
  [[nodiscard]] Task<Result<void, DeletePocError>> operator()(Caller caller, PocId id,
                                                              ExpectedVersion expected);

 private:
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
