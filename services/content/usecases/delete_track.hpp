// A person deletes a piece of music of theirs. Films made with it stay.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/tracks.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::content {

class DeleteTrack {
 public:
  explicit DeleteTrack(Tracks& tracks) : tracks_(tracks) {}
  [[nodiscard]] Task<Result<void, Refusal>> operator()(Caller caller, TrackId id) {
    const bool removed = co_await tracks_.remove(std::move(caller), id);
    if (!removed) co_return fail(Refusal{RefusalCode::track_not_found});
    co_return Result<void, Refusal>{};
  }

 private:
  Tracks& tracks_;
};

}  // namespace mrbill::content
