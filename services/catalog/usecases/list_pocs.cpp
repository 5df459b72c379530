#include "usecases/list_pocs.hpp"

#include <algorithm>

#include <text/text.hpp>

#include "domain/poc_rules.hpp"

namespace mrbill::catalog {

namespace {

// Those that a filter takes for the same, once.
void distinct(std::vector<std::string>& values) {
  std::ranges::sort(values, {}, text::folded);
  auto repeated = std::ranges::unique(values, {}, text::folded);
  values.erase(repeated.begin(), repeated.end());
}

}  // namespace

PocFilter in_stored_form(PocFilter filter) {
  for (auto& language : filter.languages) language = canonical_language(language);
  for (auto& tag : filter.tags) tag = normal_tag(tag);
  distinct(filter.languages);
  distinct(filter.tags);
  distinct(filter.frameworks);
  return filter;
}

Task<PocPage> ListPocs::operator()(PocQuery query) {
  query.filter = in_stored_form(std::move(query.filter));
  co_return co_await store_.list(std::move(query));
}

}  // namespace mrbill::catalog
