// A person asks what the filters would leave: the values and how many POCs have each.
#pragma once

#include <async/task.hpp>

#include "ports/poc_insights.hpp"
#include "ports/poc_search.hpp"
#include "ports/poc_store.hpp"
#include "usecases/search_pocs.hpp"

namespace mrbill::catalog {

class CountFacets {
 public:
  CountFacets(PocInsights& insights, PocSearch& search, PocStore& store)
      : insights_(insights), search_(search), store_(store) {}
  // `limit` values a facet at most. Without text the store counts, with text the index does.
  [[nodiscard]] Task<Result<FacetCounts, SearchRefusal>> operator()(SearchQuery query);

 private:
  [[nodiscard]] Task<Result<FacetCounts, SearchRefusal>> of_search(SearchQuery query);
  PocInsights& insights_;
  PocSearch& search_;
  PocStore& store_;
};

}  // namespace mrbill::catalog
