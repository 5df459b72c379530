// A person deletes a piece of music of theirs. Films made with it stay.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/tracks.hpp"

namespace mrbill::content {

enum class DeleteTrackError : std::uint8_t { track_not_found };

class DeleteTrack {
 public:
  explicit DeleteTrack(Tracks& tracks) : tracks_(tracks) {}
  [[nodiscard]] Task<Result<void, DeleteTrackError>> operator()(Caller caller, TrackId id) {
    const bool removed = co_await tracks_.remove(std::move(caller), id);
    if (!removed) co_return fail(DeleteTrackError::track_not_found);
    co_return Result<void, DeleteTrackError>{};
  }

 private:
  Tracks& tracks_;
};

}  // namespace mrbill::content
