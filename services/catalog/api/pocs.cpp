// One POC: create, read, change, delete, restore, mark.
#include <http/etag.hpp>

#include "api/catalog_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::catalog {
namespace {

http::Response answer(const http::Request& request, unsigned status, const Poc& poc) {
  auto response = http::tagged(request, poc.change_seq, to_json(to_contract(poc)));
  if (response.status == 200) response.status = status;
  return response;
}

template <class Answer, class Error>
Answer answer(const http::Request& request, Result<Poc, Error> outcome) {
  if (!outcome) return problem_of(std::move(outcome).error());
  return answer(request, 200, *outcome);
}

template <class Answer, class Error>
Answer answer(Result<void, Error> outcome) {
  if (!outcome) return problem_of(std::move(outcome).error());
  return http::no_content();
}

}  // namespace

CatalogApi::CatalogApi(const CatalogPorts& ports, CatalogSettings settings, const Clock& clock,
                       Random& random)
    : ports_(ports),
      settings_(std::move(settings)),
      clock_(clock),
      cursors_(settings_.cursor_secret),
      register_poc_(ports.store, ports.writer, clock, random),
      get_poc_(ports.store),
      replace_poc_(ports.store, ports.writer, clock),
      patch_poc_(ports.store, ports.writer, clock),
      delete_poc_(ports.store, ports.writer, clock),
      restore_poc_(ports.store, ports.writer, clock),
      change_pocs_(ports.store, ports.writer, clock),
      set_favorite_(ports.store, ports.writer, clock),
      list_pocs_(ports.store),
      list_deleted_pocs_(ports.store, clock),
      search_pocs_(ports.search, ports.store),
      count_pocs_(ports.insights, clock),
      count_facets_(ports.insights, ports.search, ports.store),
      save_search_(ports.saved_searches, clock, random),
      get_saved_search_(ports.saved_searches),
      replace_saved_search_(ports.saved_searches, clock),
      delete_saved_search_(ports.saved_searches),
      start_import_(ports.imports, ports.files, ports.preferences, ports.threads, clock, random),
      get_import_(ports.imports),
      cancel_import_(ports.imports),
      list_import_changes_(ports.imports, ports.import_history),
      undo_import_(ports.imports, ports.import_history, clock),
      list_poc_facts_(ports.store, clock) {}

Task<wire::CreatePocAnswer> CatalogApi::create_poc(http::Request request, wire::CreatePocInput input) {
  auto key = http::key_of(request, wire::operation::create_poc, input.idempotency_key);
  auto poc = co_await register_poc_(caller_of(request), draft_of(std::move(input.body)), std::move(key));
  if (!poc) co_return problem_of(std::move(poc).error());
  auto response = answer(request, 201, *poc);
  response.headers.set("Location", "/api/v1/pocs/" + poc->id.to_string());
  co_return response;
}

Task<wire::GetPocAnswer> CatalogApi::get_poc(http::Request request, wire::GetPocInput input) {
  auto poc = co_await get_poc_(caller_of(request), PocId{input.poc_id});
  co_return answer<wire::GetPocAnswer>(request, std::move(poc));
}

Task<wire::ReplacePocAnswer> CatalogApi::replace_poc(http::Request request, wire::ReplacePocInput input) {
  auto expected = http::expected_version_of(input.if_match);
  if (!expected) co_return std::move(expected).error();
  auto poc = co_await replace_poc_(caller_of(request), PocId{input.poc_id}, draft_of(std::move(input.body)),
                                   *std::move(expected));
  co_return answer<wire::ReplacePocAnswer>(request, std::move(poc));
}

Task<wire::UpdatePocAnswer> CatalogApi::update_poc(http::Request request, wire::UpdatePocInput input) {
  auto expected = http::expected_version_of(input.if_match);
  if (!expected) co_return std::move(expected).error();
  auto poc = co_await patch_poc_(caller_of(request), PocId{input.poc_id}, patch_of(input.body),
                                 *std::move(expected));
  co_return answer<wire::UpdatePocAnswer>(request, std::move(poc));
}

Task<wire::DeletePocAnswer> CatalogApi::delete_poc(http::Request request, wire::DeletePocInput input) {
  auto expected = http::expected_version_of(input.if_match);
  if (!expected) co_return std::move(expected).error();
  auto outcome = co_await delete_poc_(caller_of(request), PocId{input.poc_id}, *std::move(expected));
  co_return answer<wire::DeletePocAnswer>(std::move(outcome));
}

Task<wire::ChangePocsAnswer> CatalogApi::change_pocs(http::Request request, wire::ChangePocsInput input) {
  settings_.count_more(request, input.body.pocs.size() - 1);
  auto key = http::key_of(request, wire::operation::change_pocs, input.idempotency_key);
  std::vector<Uuid> ids;
  for (const auto& poc : input.body.pocs) ids.push_back(poc.poc_id);
  auto answers = co_await change_pocs_(caller_of(request), request_of(std::move(input.body)), std::move(key));
  if (!answers) co_return problem_of(std::move(answers).error());
  co_return http::json_response(200, to_json(to_contract(ids, *answers)));
}

Task<wire::RestorePocAnswer> CatalogApi::restore_poc(http::Request request, wire::RestorePocInput input) {
  auto poc = co_await restore_poc_(caller_of(request), PocId{input.poc_id});
  co_return answer<wire::RestorePocAnswer>(request, std::move(poc));
}

Task<wire::AddFavoriteAnswer> CatalogApi::mark(http::Request request, Uuid id, bool favorite) {
  auto outcome = co_await set_favorite_(caller_of(request), PocId{id}, favorite);
  co_return answer<wire::AddFavoriteAnswer>(std::move(outcome));
}

Task<wire::AddFavoriteAnswer> CatalogApi::add_favorite(http::Request request, wire::AddFavoriteInput input) {
  return mark(std::move(request), input.poc_id, true);
}

Task<wire::RemoveFavoriteAnswer> CatalogApi::remove_favorite(http::Request request,
                                                             wire::RemoveFavoriteInput input) {
  return mark(std::move(request), input.poc_id, false);
}

}  // namespace mrbill::catalog
