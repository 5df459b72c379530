#include "usecases/list_pocs.hpp"

#include <algorithm>

#include <text/text.hpp>

#include "domain/poc_rules.hpp"

namespace mrbill::catalog {

PocFilter in_stored_form(PocFilter filter) {
  if (filter.language) filter.language = canonical_language(*filter.language);
  for (auto& tag : filter.tags) tag = normal_tag(tag);
  std::ranges::sort(filter.tags, {}, text::folded);
  auto repeated = std::ranges::unique(filter.tags, {}, text::folded);
  filter.tags.erase(repeated.begin(), repeated.end());
  return filter;
}

Task<PocPage> ListPocs::operator()(PocQuery query) {
  query.filter = in_stored_form(std::move(query.filter));
  co_return co_await store_.list(std::move(query));
}

}  // namespace mrbill::catalog
