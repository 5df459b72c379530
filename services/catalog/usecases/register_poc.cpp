#include "usecases/register_poc.hpp"

#include "usecases/moment.hpp"
#include "usecases/refused_key.hpp"

namespace mrbill::catalog {

Task<Result<Poc, RegisterPocError>> RegisterPoc::operator()(Caller caller, PocDraft draft,
                                                            std::optional<IdempotencyKey> key) {
  auto content = check(std::move(draft));
  if (!content)
    co_return fail(RegisterPocError{RegisterPocError::invalid_request, std::move(content).error()});
  const auto now = millisecond_now(clock_);
  Poc poc{.id = PocId{new_uuid(clock_, random_)},
          .tenant = caller.tenant,
          .creator = caller.user,
          .content = *std::move(content),
          .created_at = now,
          .updated_at = now};
  auto created = co_await writer_.insert(caller, poc, std::move(key));
  if (!created) co_return fail(refused_key<RegisterPocError>(created.error()));
  poc.id = PocId{created->id};
  poc.created_at = poc.updated_at = created->at;
  poc.change_seq = created->change_seq;
  poc.creator_name = co_await store_.name_of(std::move(caller));
  co_return poc;
}

}  // namespace mrbill::catalog
