#include "usecases/replace_poc.hpp"

#include "usecases/new_content.hpp"
#include "usecases/visibility.hpp"

namespace mrbill::catalog {

Task<Result<Poc, Refusal>> ReplacePoc::operator()(Caller caller, PocId id, PocDraft draft,
                                                  ExpectedVersion expected) {
  auto found = co_await store_.find(caller, id);
  CO_TRY(auto poc, changeable(caller, std::move(found), expected));
  co_return co_await write_new_content(writer_, clock_, caller, std::move(poc), std::move(draft));
}

}  // namespace mrbill::catalog
