// What a person looks for again.
#include <http/etag.hpp>

#include "api/catalog_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::catalog {
namespace {

// Both may be null, so the contract has them as texts; their words are those of the list's own parameters.
FieldErrors unknown_words(const wire::SavedQuery& query) {
  FieldErrors errors;
  if (query.sort_by && !wire::parse_poc_sort_by(*query.sort_by))
    errors.push_back(
        {"/query/sortBy", "enum", "must be one of createdAt, updatedAt, name, language, relevance"});
  if (query.sort_order && !wire::parse_sort_order(*query.sort_order))
    errors.push_back({"/query/sortOrder", "enum", "must be one of asc, desc"});
  return errors;
}

http::Response answer(const http::Request& request, SavedSearch search) {
  const auto version = search.version;
  return http::tagged(request, version, to_json(to_contract(std::move(search))));
}

}  // namespace

Task<wire::ListSavedSearchesAnswer> CatalogApi::list_saved_searches(http::Request request,
                                                                    wire::ListSavedSearchesInput) {
  auto searches = co_await ports_.saved_searches.list(caller_of(request));
  wire::SavedSearchList list;
  for (auto& search : searches) list.items.push_back(to_contract(std::move(search)));
  co_return http::json_response(200, to_json(list));
}

Task<wire::CreateSavedSearchAnswer> CatalogApi::create_saved_search(http::Request request,
                                                                    wire::CreateSavedSearchInput input) {
  if (auto errors = unknown_words(input.body.query); !errors.empty()) co_return problem_of(std::move(errors));
  auto key = http::key_of(request, wire::operation::create_saved_search, input.idempotency_key);
  auto saved = co_await save_search_(caller_of(request), draft_of(std::move(input.body)), std::move(key));
  if (!saved) co_return problem_of(std::move(saved).error());
  const auto location = "/api/v1/pocs/searches/" + saved->id.to_string();
  auto response = answer(request, *std::move(saved));
  response.status = 201;
  response.headers.set("Location", location);
  co_return response;
}

Task<wire::GetSavedSearchAnswer> CatalogApi::get_saved_search(http::Request request,
                                                              wire::GetSavedSearchInput input) {
  auto found = co_await get_saved_search_(caller_of(request), SavedSearchId{input.saved_search_id});
  if (!found) co_return problem_of(found.error());
  co_return answer(request, *std::move(found));
}

Task<wire::ReplaceSavedSearchAnswer> CatalogApi::replace_saved_search(http::Request request,
                                                                      wire::ReplaceSavedSearchInput input) {
  auto expected = http::expected_version_of(input.if_match);
  if (!expected) co_return std::move(expected).error();
  if (auto errors = unknown_words(input.body.query); !errors.empty()) co_return problem_of(std::move(errors));
  const SavedSearchId id{input.saved_search_id};
  auto draft = draft_of(std::move(input.body));
  auto replaced =
      co_await replace_saved_search_(caller_of(request), id, std::move(draft), *std::move(expected));
  if (!replaced) co_return problem_of(std::move(replaced).error());
  co_return answer(request, *std::move(replaced));
}

Task<wire::DeleteSavedSearchAnswer> CatalogApi::delete_saved_search(http::Request request,
                                                                    wire::DeleteSavedSearchInput input) {
  auto expected = http::expected_version_of(input.if_match);
  if (!expected) co_return std::move(expected).error();
  const SavedSearchId id{input.saved_search_id};
  const auto deleted = co_await delete_saved_search_(caller_of(request), id, *std::move(expected));
  if (!deleted) co_return problem_of(deleted.error());
  co_return http::no_content();
}

}  // namespace mrbill::catalog
