#include "usecases/search_pocs.hpp"

#include <unordered_map>

#include "usecases/list_pocs.hpp"
#include "usecases/overlay.hpp"

namespace mrbill::catalog {
namespace {

std::vector<PocId> ids_of(const std::vector<Hit>& hits) {
  std::vector<PocId> ids;
  ids.reserve(hits.size());
  for (const auto& hit : hits) ids.push_back(hit.id);
  return ids;
}

// The store has the last word: what the caller may not see any more falls out here.
std::vector<FoundPoc> in_order_of(std::vector<Hit> hits, std::vector<Poc> pocs) {
  std::unordered_map<PocId, Poc*> by_id;
  for (auto& poc : pocs) by_id.emplace(poc.id, &poc);
  std::vector<FoundPoc> found;
  found.reserve(hits.size());
  for (auto& hit : hits) {
    auto poc = by_id.find(hit.id);
    if (poc != by_id.end()) found.push_back({std::move(*poc->second), std::move(hit.highlights)});
  }
  return found;
}

}  // namespace

Task<SearchRequest> search_request(SearchQuery query, PocSearch& search, PocStore& store) {
  SearchRequest request{.caller = query.caller,
                        .text = std::move(query.text),
                        .filter = in_stored_form(std::move(query.filter)),
                        .sort = query.sort,
                        .offset = query.offset,
                        .limit = query.limit,
                        .facets = false,
                        .highlights = query.highlights};
  if (request.filter.favorite) {
    auto favorites = co_await store.favorites(query.caller);
    if (*request.filter.favorite)
      request.only = std::move(favorites);
    else
      request.without = std::move(favorites);
    request.filter.favorite.reset();
  }
  request.overlay = co_await overlay_for(query.caller, search, store);
  co_return request;
}

Task<FoundPage> SearchPocs::operator()(SearchQuery query) {
  const auto caller = query.caller;
  auto request = co_await search_request(std::move(query), search_, store_);
  auto result = co_await search_.find(std::move(request));
  auto ids = ids_of(result.hits);
  if (ids.empty()) co_return FoundPage{{}, result.total};
  auto pocs = co_await store_.find_all(caller, std::move(ids));
  co_return FoundPage{in_order_of(std::move(result.hits), std::move(pocs)), result.total};
}

}  // namespace mrbill::catalog
