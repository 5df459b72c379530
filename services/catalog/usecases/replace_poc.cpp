#include "usecases/replace_poc.hpp"

namespace mrbill::catalog {

Task<Result<Poc, ChangePocError>> ReplacePoc::operator()(Caller caller, PocId id, PocDraft draft,
                                                         ExpectedVersion expected) {
  DraftOf draft_of = [draft = std::move(draft)](const PocContent&) { return draft; };
  co_return co_await change_content(store_, writer_, clock_, std::move(caller), id, std::move(draft_of),
                                    std::move(expected));
}

}  // namespace mrbill::catalog
