#include "usecases/patch_poc.hpp"

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

Task<Result<Poc, ChangePocError>> PatchPoc::operator()(Caller caller, PocId id, PocPatch patch,
                                                       ExpectedVersion expected) {
  DraftOf draft_of = [patch = std::move(patch)](const PocContent& content) {
    return patched(content, patch);
  };
  co_return co_await change_content(store_, writer_, clock_, std::move(caller), id, std::move(draft_of),
                                    std::move(expected));
}

}  // namespace mrbill::catalog
