#include "usecases/new_content.hpp"

#include <algorithm>

#include "usecases/moment.hpp"

namespace mrbill::catalog {

Task<Result<Poc, Refusal>> write_new_content(PocWriter& writer, const Clock& clock, Caller caller, Poc poc,
                                             PocDraft draft) {
  auto content = check(std::move(draft));
  if (!content) co_return fail(refusal_of(std::move(content).error()));
  if (*content == poc.content) co_return poc;
  poc.content = *std::move(content);
  poc.updated_at = std::max(poc.updated_at, millisecond_now(clock));
  auto version = co_await writer.update(caller, poc, Change::updated);
  if (!version) co_return fail(Refusal{RefusalCode::stale});
  poc.change_seq = *version;
  co_return poc;
}

}  // namespace mrbill::catalog
