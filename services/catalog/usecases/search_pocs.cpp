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
    const bool is_there = poc != by_id.end() && !poc->second->deleted_at;
    if (is_there) found.push_back({std::move(*poc->second), std::move(hit.highlights)});
  }
  return found;
}

// Favourites are the store's: they become ids.
Task<SearchRequest> request_of(SearchQuery query, Wanted wanted, PocSearch& search, PocStore& store) {
  SearchRequest request{.caller = query.caller,
                        .text = std::move(query.text),
                        .filter = in_stored_form(std::move(query.filter)),
                        .sort = query.sort,
                        .offset = query.offset,
                        .after = std::move(query.after),
                        .limit = query.limit,
                        .facets = wanted == Wanted::facets,
                        .highlights = query.highlights,
                        .stop = std::move(query.stop)};
  if (request.filter.favorite) {
    auto favorites = co_await store.favorites(query.caller);
    if (*request.filter.favorite)
      request.only = std::move(favorites);
    else
      request.without = std::move(favorites);
    request.filter.favorite.reset();
  }
  auto overlay = co_await overlay_for(query.caller, search, store);
  request.overlay = std::move(overlay.rows);
  request.stale = std::move(overlay.stale);
  co_return request;
}

}  // namespace

Task<Result<SearchResult, SearchRefusal>> search_index(SearchQuery query, Wanted wanted, PocSearch& search,
                                                       PocStore& store) {
  const auto place = search.admit(query.caller.tenant);
  if (!place) co_return fail(place.error());
  auto request = co_await request_of(std::move(query), wanted, search, store);
  auto result = co_await search.find(std::move(request));
  if (!result) co_return fail(result.error());
  co_return *std::move(result);
}

Task<Result<FoundPage, SearchRefusal>> SearchPocs::operator()(SearchQuery query) {
  const auto caller = query.caller;
  CO_TRY(auto result, co_await search_index(std::move(query), Wanted::page, search_, store_));
  FoundPage page{{}, result.total, std::move(result.next), std::move(result.corrections)};
  auto ids = ids_of(result.hits);
  if (ids.empty()) co_return page;
  auto pocs = co_await store_.find_all(caller, std::move(ids));
  page.pocs = in_order_of(std::move(result.hits), std::move(pocs));
  co_return page;
}

}  // namespace mrbill::catalog
