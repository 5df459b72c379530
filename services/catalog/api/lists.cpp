// Many POCs: pages, figures, facets.
#include <fmt/format.h>

#include <base/unreachable.hpp>
#include <http/client_watch.hpp>
#include <http/links.hpp>
#include <http/problem.hpp>
#include <http/query.hpp>
#include <text/text.hpp>

#include "api/catalog_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::catalog {
namespace {

// Everything that decides which rows there are and in which order: the query as sent, without where one is in
// it, and who asks.
std::string binding_of(const http::Request& request) {
  const auto caller = caller_of(request);
  std::string text = caller.tenant.to_string() + ' ' + caller.user.to_string() + " listPocs";
  const auto query = http::parse_query(request.query);
  if (!query) return text;
  auto parameters = *query;
  std::erase_if(parameters, [](const auto& one) { return one.first == "page" || one.first == "cursor"; });
  std::ranges::sort(parameters);
  for (const auto& [name, value] : parameters)
    text += fmt::format(" {}:{}={}:{}", name.size(), name, value.size(), value);
  return text;
}

SortOrder order_of(std::optional<wire::SortOrder> order) {
  return order == wire::SortOrder::asc ? SortOrder::ascending : SortOrder::descending;
}

// What a list of deleted POCs does not go with.
FieldErrors errors_beside_deleted(const wire::ListPocsInput& input, const std::string& words) {
  FieldErrors errors;
  if (!input.deleted) return errors;
  if (!words.empty()) errors.push_back({"query:search", "combination", "must not come with `deleted`"});
  if (input.scope == wire::Scope::tenant)
    errors.push_back({"query:scope", "combination", "must not come with `deleted`"});
  return errors;
}

// Nothing: by relevance.
std::optional<Sort> sort_of(const wire::ListPocsInput& input) {
  if (!input.sort_by) return std::nullopt;
  switch (*input.sort_by) {
    case wire::PocSortBy::created_at:
      return Sort{SortField::created_at, order_of(input.sort_order)};
    case wire::PocSortBy::updated_at:
      return Sort{SortField::updated_at, order_of(input.sort_order)};
    case wire::PocSortBy::name:
      return Sort{SortField::name, order_of(input.sort_order)};
    case wire::PocSortBy::language:
      return Sort{SortField::language, order_of(input.sort_order)};
    case wire::PocSortBy::relevance:
      return std::nullopt;
  }
  unreachable();
}

// A search waits for the index and for its turn, and is bounded by the searches' own shares: lists never
// stand behind it.
void leave_to_the_shares(const http::Request& request) {
  if (request.leave_place) request.leave_place();
}

std::string words_of(const std::optional<std::string>& search) {
  return search ? text::trimmed(*search) : std::string();
}

auto invalid(std::string pointer, std::string code, std::string detail) {
  return problem_of(FieldErrors{{std::move(pointer), std::move(code), std::move(detail)}});
}

struct PageFigures {
  std::int64_t page = 1;
  std::int64_t size = 20;
  std::int64_t total = 0;
};

constexpr std::size_t usual_item = 512;  // bytes of a POC in a list, so that the text grows seldom

http::Response answer(const http::Request& request, std::vector<FoundPoc> pocs, PageFigures figures,
                      std::optional<std::string> next_cursor, std::vector<Correction> corrections = {}) {
  wire::PocPage page{.pagination = {.page = figures.page,
                                    .page_size = figures.size,
                                    .total_items = figures.total,
                                    .total_pages = (figures.total + figures.size - 1) / figures.size,
                                    .next_cursor = next_cursor}};
  for (auto& one : corrections) page.corrections.push_back({std::move(one.typed), std::move(one.words)});
  page.items.reserve(pocs.size());
  for (auto& poc : pocs) page.items.push_back(to_contract(std::move(poc)));
  std::string body;
  body.reserve((page.items.size() + 1) * usual_item);
  append_json(body, page);
  auto response = http::json_response(200, std::move(body));
  if (next_cursor) {
    http::LinkHeader links("/api/v1/pocs",
                           http::parse_query(request.query).value_or(http::QueryParameters{}));
    links.add("next", {{"cursor", *next_cursor}}, {"page"});
    response.headers.set("Link", links.value());
  }
  return response;
}

}  // namespace

Task<wire::ListPocsAnswer> CatalogApi::list_pocs(http::Request request, wire::ListPocsInput input) {
  if (input.page && input.cursor) co_return page_and_cursor();
  const auto words = words_of(input.search);
  if (auto errors = errors_beside_deleted(input, words); !errors.empty())
    co_return problem_of(std::move(errors));
  if (words.empty() && input.sort_by == wire::PocSortBy::relevance)
    co_return invalid("query:sortBy", "enum", "relevance is an order of search results only");
  auto binding = binding_of(request);
  PageCursor start{.page = input.page.value_or(1)};
  start.place = static_cast<std::uint32_t>((start.page - 1) * input.page_size);
  if (input.cursor) {
    auto opened = cursors_.open(*input.cursor, binding);
    if (!opened) co_return invalid_cursor();
    start = *std::move(opened);
  }
  input.search = words;
  if (words.empty())
    co_return co_await list(std::move(request), std::move(input), std::move(binding), std::move(start));
  co_return co_await find(std::move(request), std::move(input), std::move(binding), std::move(start));
}

Task<wire::ListPocsAnswer> CatalogApi::list(http::Request request, wire::ListPocsInput input,
                                            std::string binding, PageCursor start) {
  const auto usual = input.deleted ? SortField::deleted_at : SortField::created_at;
  PocQuery query{.caller = caller_of(request),
                 .filter = filter_of(input),
                 .sort = sort_of(input).value_or(Sort{usual, order_of(input.sort_order)}),
                 .limit = static_cast<std::uint32_t>(input.page_size)};
  if (const auto* offset = std::get_if<std::uint32_t>(&start.place))
    query.offset = *offset;
  else
    query.after = std::get<PocPosition>(start.place);
  // Named before it is awaited: g++ 12 miscompiles a co_await in each branch of a conditional expression.
  auto listing = input.deleted ? list_deleted_pocs_(std::move(query)) : list_pocs_(std::move(query));
  auto page = co_await std::move(listing);
  std::optional<std::string> next;
  if (page.next) next = cursors_.seal({start.page + 1, *page.next}, binding);
  std::vector<FoundPoc> pocs;
  pocs.reserve(page.pocs.size());
  for (auto& poc : page.pocs) pocs.push_back({std::move(poc), {}});
  co_return answer(request, std::move(pocs), {start.page, input.page_size, page.total}, std::move(next));
}

Task<wire::ListPocsAnswer> CatalogApi::find(http::Request request, wire::ListPocsInput input,
                                            std::string binding, PageCursor start) {
  const auto* offset = std::get_if<std::uint32_t>(&start.place);
  auto* after = std::get_if<SearchPosition>(&start.place);
  SearchQuery query{.caller = caller_of(request),
                    .text = input.search.value_or(""),
                    .filter = filter_of(input),
                    .sort = sort_of(input),
                    .offset = offset != nullptr ? *offset : 0,
                    .after = after != nullptr ? std::optional(std::move(*after)) : std::nullopt,
                    .limit = static_cast<std::uint32_t>(input.page_size)};
  leave_to_the_shares(request);
  const auto watch = co_await http::watch_client(request.client_left);
  query.stop = watch.token();
  auto found = co_await search_pocs_(std::move(query));
  if (!found) co_return problem_of(std::move(found).error());
  auto page = *std::move(found);
  std::optional<std::string> next;
  if (page.next) next = cursors_.seal({start.page + 1, *std::move(page.next)}, binding);
  co_return answer(request, std::move(page.pocs), {start.page, input.page_size, page.total}, std::move(next),
                   std::move(page.corrections));
}

Task<wire::GetPocStatsAnswer> CatalogApi::get_poc_stats(http::Request request, wire::GetPocStatsInput input) {
  StatsRequest asked{.caller = caller_of(request),
                     .scope = input.scope == wire::Scope::mine ? Scope::mine : Scope::tenant,
                     .from = input.after,
                     .before = input.before,
                     .time_zone = input.time_zone};
  auto stats = co_await count_pocs_(std::move(asked));
  if (!stats) co_return problem_of(std::move(stats).error());
  co_return http::json_response(200, to_json(to_contract(*std::move(stats))));
}

Task<wire::GetPocFacetsAnswer> CatalogApi::get_poc_facets(http::Request request,
                                                          wire::GetPocFacetsInput input) {
  SearchQuery query{.caller = caller_of(request),
                    .text = words_of(input.search),
                    .filter = filter_of(input),
                    .limit = static_cast<std::uint32_t>(input.limit)};
  if (!query.text.empty()) leave_to_the_shares(request);
  const auto watch = co_await http::watch_client(request.client_left);
  query.stop = watch.token();
  auto counts = co_await count_facets_(std::move(query));
  if (!counts) co_return problem_of(std::move(counts).error());
  co_return http::json_response(200, to_json(to_contract(*std::move(counts))));
}

}  // namespace mrbill::catalog
