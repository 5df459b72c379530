#include "usecases/change_content.hpp"

#include <algorithm>

#include "usecases/moment.hpp"
#include "usecases/visibility.hpp"

namespace mrbill::catalog {

Task<Result<Poc, ChangePocError>> change_content(PocStore& store, PocWriter& writer, const Clock& clock,
                                                 Caller caller, PocId id, DraftOf draft_of,
                                                 ExpectedVersion expected) {
  for (int attempt = 0; attempt < 2;
       ++attempt) {  // again where somebody was faster, perhaps this very change
    auto found = co_await store.find(caller, id);
    CO_TRY(auto poc, changeable<ChangePocError>(caller, std::move(found)));
    auto content = check(draft_of(poc.content));
    if (content && *content == poc.content) co_return poc;
    if (!expected.admits(poc.change_seq)) co_return fail(ChangePocError{ChangePocError::stale});
    if (!content) co_return fail(ChangePocError{ChangePocError::invalid_request, std::move(content).error()});
    // What somebody left to the company stays public: made private, nobody would see it any more.
    if (!poc.owned_by(caller) && !content->is_public)
      co_return fail(ChangePocError{ChangePocError::not_permitted});
    poc.content = *std::move(content);
    poc.updated_at = std::max(poc.updated_at, millisecond_now(clock));
    const auto version = co_await writer.update(in_the_creators_name(caller, poc), poc, Change::updated);
    if (!version) continue;
    poc.change_seq = *version;
    co_return poc;
  }
  co_return fail(ChangePocError{ChangePocError::stale});
}

}  // namespace mrbill::catalog
