#include "usecases/patch_poc.hpp"

#include "usecases/new_content.hpp"
#include "usecases/visibility.hpp"

namespace mrbill::catalog {

PocDraft patched(const PocContent& content, PocPatch patch) {
  return {.name = std::move(patch.name).value_or(content.name),
          .description = std::move(patch.description).value_or(content.description),
          .repository_url = std::move(patch.repository_url).value_or(content.repository_url),
          .language = std::move(patch.language).value_or(content.language),
          .tags = std::move(patch.tags).value_or(content.tags),
          .frameworks = std::move(patch.frameworks).value_or(content.frameworks),
          .is_public = patch.is_public.value_or(content.is_public)};
}

Task<Result<Poc, Refusal>> PatchPoc::operator()(Caller caller, PocId id, PocPatch patch,
                                                ExpectedVersion expected) {
  auto found = co_await store_.find(caller, id);
  CO_TRY(auto poc, changeable(caller, std::move(found), expected));
  auto draft = patched(poc.content, std::move(patch));
  co_return co_await write_new_content(writer_, clock_, caller, std::move(poc), std::move(draft));
}

}  // namespace mrbill::catalog
