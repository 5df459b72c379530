// A person brings a piece of music. It is kept as it is: whether it can be decoded shows, in a sandbox, when
// a film is made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/field_error.hpp>
#include <base/random.hpp>
#include <base/result.hpp>
#include <objects/object_store.hpp>

#include "ports/object_ledger.hpp"
#include "ports/tracks.hpp"

namespace mrbill::content {

struct NewTrack {
  std::string name;
  std::string media_type;
  std::string content;
};

struct UploadTrackError {
  enum class Code : std::uint8_t {
    invalid_request,  // errors tell
    empty_file,
    too_many_tracks,
    company_storage_full,
    idempotency_key_in_use,
    idempotency_key_reused,
  };
  using enum Code;
  Code code;
  FieldErrors errors = {};
};

class UploadTrack {
 public:
  UploadTrack(Tracks& tracks, ObjectLedger& ledger, objects::ObjectStore& files, const Clock& clock,
              Random& random)
      : tracks_(tracks), ledger_(ledger), files_(files), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<Track, UploadTrackError>> operator()(Caller caller, NewTrack track,
                                                                 std::optional<IdempotencyKey> key);

 private:
  Tracks& tracks_;
  ObjectLedger& ledger_;
  objects::ObjectStore& files_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::content
