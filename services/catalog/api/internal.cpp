// What other services ask for, on the internal listener.
#include <fmt/format.h>

#include "api/catalog_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::catalog {
namespace {

constexpr auto reading_service = "content";  // the one service that has a use for whole collections

std::string listed(const std::vector<std::string>& tags) {
  std::string text;
  for (const auto& tag : tags) text += fmt::format(" {}:{}", tag.size(), tag);
  return text;
}

// Everything that decides which rows there are, and on whose behalf.
std::string binding_of(const Caller& owner, const wire::ListPocFactsInput& input) {
  return fmt::format("listPocFacts {} {} {} {} {} |{} |{}", owner.tenant.to_string(), owner.user.to_string(),
                     input.after.time_since_epoch().count(), input.before.time_since_epoch().count(),
                     input.include_private, listed(input.include_tags), listed(input.exclude_tags));
}

}  // namespace

Task<wire::ListPocFactsAnswer> CatalogApi::list_poc_facts(http::Request request,
                                                          wire::ListPocFactsInput input) {
  if (request.principal->service != reading_service) co_return not_for_that_service();
  const auto binding = binding_of(caller_of(request), input);
  PocFactsQuery query{.owner = caller_of(request),
                      .from = input.after,
                      .before = input.before,
                      .include_private = input.include_private,
                      .include_tags = std::move(input.include_tags),
                      .exclude_tags = std::move(input.exclude_tags)};
  if (input.cursor) {
    const auto opened = cursors_.open(*input.cursor, binding);
    const auto* place = opened ? std::get_if<PocPosition>(&opened->place) : nullptr;
    if (place == nullptr) co_return invalid_cursor();
    query.after = *place;
  }
  auto page = co_await list_poc_facts_(std::move(query));
  wire::PocFactsPage answer;
  for (auto& poc : page.pocs) answer.items.push_back(facts_of(std::move(poc)));
  if (page.next) answer.next_cursor = cursors_.seal({.place = *page.next}, binding);
  co_return http::json_response(200, to_json(answer));
}

}  // namespace mrbill::catalog
