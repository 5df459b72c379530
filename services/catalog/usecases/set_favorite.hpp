// A person marks a POC they can see as a favourite, or takes the mark away.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

enum class SetFavoriteError : std::uint8_t { poc_not_found };

class SetFavorite {
 public:
  SetFavorite(PocStore& store, PocWriter& writer, const Clock& clock)
      : store_(store), writer_(writer), clock_(clock) {}
  [[nodiscard]] Task<Result<void, SetFavoriteError>> operator()(Caller caller, PocId id, bool favorite);

 private:
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
