// A person brings a piece of music. It is kept as it is: whether it can be decoded shows, in a sandbox, when
// a film is made.
#pragma once

#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>
#include <objects/object_store.hpp>

#include "ports/object_ledger.hpp"
#include "ports/tracks.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::content {

struct NewTrack {
  std::string name;
  std::string media_type;
  std::string content;
};

class UploadTrack {
 public:
  UploadTrack(Tracks& tracks, ObjectLedger& ledger, objects::ObjectStore& files, const Clock& clock,
              Random& random)
      : tracks_(tracks), ledger_(ledger), files_(files), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<Track, Refusal>> operator()(Caller caller, NewTrack track,
                                                        std::optional<IdempotencyKey> key);

 private:
  Tracks& tracks_;
  ObjectLedger& ledger_;
  objects::ObjectStore& files_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::content
