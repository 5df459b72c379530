// A person asks how far one of their requests is. A finished one whose files are gone or rotten is made again
// then: it is PENDING once more, under the same id.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>
#include <objects/object_store.hpp>

#include "ports/request_store.hpp"

namespace mrbill::content {

enum class GetContentError : std::uint8_t {
  not_found,  // unknown, foreign, deleted: all the same
};

class GetContent {
 public:
  GetContent(RequestStore& store, objects::ObjectStore& files, const Clock& clock, Random& random)
      : store_(store), files_(files), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<Request, GetContentError>> operator()(Caller caller, Type type, RequestId id);

 private:
  struct Seen {
    Timestamp at;
    Timestamp modified;  // its main file
  };
  [[nodiscard]] Task<std::optional<Timestamp>> modified_at(std::string key);
  [[nodiscard]] Task<bool> is_there(Caller caller, Render render);

  RequestStore& store_;
  objects::ObjectStore& files_;
  const Clock& clock_;
  Random& random_;
  std::map<RequestId, Seen> seen_whole_;  // renders: reading a film costs more than asking for it
};

}  // namespace mrbill::content
