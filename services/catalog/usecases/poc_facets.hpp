// A person asks what the filters would leave: the values and how many POCs have each.
#pragma once

#include <string>

#include <async/task.hpp>

#include "ports/poc_insights.hpp"
#include "ports/poc_search.hpp"
#include "ports/poc_store.hpp"

namespace mrbill::catalog {

class CountFacets {
 public:
  CountFacets(PocInsights& insights, PocSearch& search, PocStore& store)
      : insights_(insights), search_(search), store_(store) {}
  // Without text the store counts, with text the index does. At most `limit` values a facet.
  [[nodiscard]] Task<FacetCounts> operator()(Caller caller, std::string text, PocFilter filter, int limit);

 private:
  [[nodiscard]] Task<FacetCounts> of_search(Caller caller, std::string text, PocFilter filter, int limit);
  PocInsights& insights_;
  PocSearch& search_;
  PocStore& store_;
};

}  // namespace mrbill::catalog
