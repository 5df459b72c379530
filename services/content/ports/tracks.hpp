// Music of one's own: a port.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <async/task.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

inline constexpr int max_tracks = 10;

enum class TrackError : std::uint8_t { key_in_use, key_reused, too_many, company_storage_full };

class Tracks {
 public:
  virtual ~Tracks() = default;
  [[nodiscard]] virtual Task<std::vector<Track>> list(Caller caller) = 0;  // newest first
  [[nodiscard]] virtual Task<bool> exists(Caller caller, TrackId id) = 0;
  // Its object was noted before (ObjectLedger) and stays from now on.
  [[nodiscard]] virtual Task<Result<Created, TrackError>> add(Caller caller, Track track,
                                                              std::optional<IdempotencyKey> key) = 0;
  // False: there is no such track of the caller.
  [[nodiscard]] virtual Task<bool> remove(Caller caller, TrackId id) = 0;
};

}  // namespace mrbill::content
