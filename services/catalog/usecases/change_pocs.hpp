// A person makes one change of many POCs; each is answered by itself.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/field_error.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"
#include "usecases/bulk_change.hpp"

namespace mrbill::catalog {

struct SeenPoc {
  PocId poc_id;
  std::int64_t version = 0;  // that the change is based on
};

struct BulkRequest {
  BulkAction action = BulkAction::add_tags;
  std::vector<std::string> tags = {};  // as they were typed
  std::vector<SeenPoc> pocs = {};
};

struct ChangePocsError {
  enum class Code : std::uint8_t {
    invalid_request,  // errors tell
    idempotency_key_in_use,
    idempotency_key_reused,
  };
  using enum Code;
  Code code;
  FieldErrors errors = {};
};

using BulkAnswer = Result<std::int64_t, BulkRefusal>;  // its version from now on

// One's own are written in one transaction, which holds the key; what each person left behind who is not of
// the company any more, and an administrator cares for, in one of its own. A POC that says so already is
// answered as done: so what was sent before, with a key or without, is answered as the first time, and what
// was not reached then is done now.
class ChangePocs {
 public:
  ChangePocs(PocStore& store, PocWriter& writer, const Clock& clock)
      : store_(store), writer_(writer), clock_(clock) {}
  // In the order of the request.
  [[nodiscard]] Task<Result<std::vector<BulkAnswer>, ChangePocsError>> operator()(
      Caller caller, BulkRequest request, std::optional<IdempotencyKey> key);

 private:
  struct Work;
  [[nodiscard]] Task<> look(Work& work, std::vector<std::size_t> places);
  [[nodiscard]] Task<Result<void, KeyConflict>> write(Work& work, UserId creator,
                                                      std::optional<IdempotencyKey> key);
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
