#include "usecases/poc_facets.hpp"

#include "usecases/list_pocs.hpp"
#include "usecases/search_pocs.hpp"

namespace mrbill::catalog {
namespace {

void cut(std::vector<Count>& counts, int limit) {
  if (counts.size() > static_cast<std::size_t>(limit)) counts.resize(static_cast<std::size_t>(limit));
}

}  // namespace

Task<FacetCounts> CountFacets::of_search(Caller caller, std::string text, PocFilter filter, int limit) {
  SearchQuery query{.caller = caller,
                    .text = std::move(text),
                    .filter = std::move(filter),
                    .limit = 0,
                    .highlights = false};
  auto request = co_await search_request(std::move(query), search_, store_);
  request.facets = true;
  auto result = co_await search_.find(std::move(request));
  FacetCounts counts{result.total, std::move(result.facets).value_or(Facets{})};
  for (auto* facet :
       {&counts.facets.languages, &counts.facets.tags, &counts.facets.frameworks, &counts.facets.years})
    cut(*facet, limit);
  co_return counts;
}

Task<FacetCounts> CountFacets::operator()(Caller caller, std::string text, PocFilter filter, int limit) {
  if (!text.empty()) co_return co_await of_search(caller, std::move(text), std::move(filter), limit);
  co_return co_await insights_.facets(caller, in_stored_form(std::move(filter)), limit);
}

}  // namespace mrbill::catalog
