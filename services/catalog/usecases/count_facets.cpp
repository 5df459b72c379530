#include "usecases/count_facets.hpp"

#include <algorithm>
#include <utility>

#include "usecases/list_pocs.hpp"

namespace mrbill::catalog {
namespace {

// How many values there were.
std::int64_t cut(std::vector<Count>& values, std::size_t max) {
  const auto all = values.size();
  values.resize(std::min(all, max));
  return static_cast<std::int64_t>(all);
}

}  // namespace

Task<Result<FacetCounts, SearchRefusal>> CountFacets::of_search(SearchQuery query) {
  const auto max = std::exchange(query.limit, 0);
  query.highlights = false;
  CO_TRY(auto result, co_await search_index(std::move(query), Wanted::facets, search_, store_));
  FacetCounts counts{.total = result.total, .facets = std::move(result.facets).value_or(Facets{})};
  counts.languages = cut(counts.facets.languages, max);
  counts.tags = cut(counts.facets.tags, max);
  counts.frameworks = cut(counts.facets.frameworks, max);
  counts.years = cut(counts.facets.years, max);
  co_return counts;
}

Task<Result<FacetCounts, SearchRefusal>> CountFacets::operator()(SearchQuery query) {
  if (!query.text.empty()) co_return co_await of_search(std::move(query));
  co_return co_await insights_.facets(query.caller, in_stored_form(std::move(query.filter)),
                                      static_cast<int>(query.limit));
}

}  // namespace mrbill::catalog
