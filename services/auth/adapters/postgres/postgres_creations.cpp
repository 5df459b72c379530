#include "adapters/postgres/postgres_creations.hpp"

namespace mrbill::auth {

Task<Result<std::optional<Created>, KeyConflict>> PostgresCreations::find(std::optional<Caller> caller,
                                                                          IdempotencyKey key, Timestamp now) {
  const auto owner = caller ? postgres::KeyOwner{caller->tenant, caller->user} : postgres::owner_of(key);
  return postgres::find_created(database_, owner, std::move(key), now);
}

}  // namespace mrbill::auth
