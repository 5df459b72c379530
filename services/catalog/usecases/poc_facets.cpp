#include "usecases/poc_facets.hpp"

#include <utility>

#include "usecases/list_pocs.hpp"

namespace mrbill::catalog {
namespace {

void cut(std::vector<Count>& counts, int limit) {
  if (counts.size() > static_cast<std::size_t>(limit)) counts.resize(static_cast<std::size_t>(limit));
}

}  // namespace

Task<Result<FacetCounts, Refusal>> CountFacets::of_search(SearchQuery query) {
  const auto most = static_cast<int>(std::exchange(query.limit, 0));
  query.highlights = false;
  CO_TRY(auto result, co_await search_index(std::move(query), Wanted::facets, search_, store_));
  FacetCounts counts{result.total, std::move(result.facets).value_or(Facets{})};
  for (auto* facet :
       {&counts.facets.languages, &counts.facets.tags, &counts.facets.frameworks, &counts.facets.years})
    cut(*facet, most);
  co_return counts;
}

Task<Result<FacetCounts, Refusal>> CountFacets::operator()(SearchQuery query) {
  if (!query.text.empty()) co_return co_await of_search(std::move(query));
  co_return co_await insights_.facets(query.caller, in_stored_form(std::move(query.filter)),
                                      static_cast<int>(query.limit));
}

}  // namespace mrbill::catalog
