#include "usecases/export_pocs.hpp"

#include <utility>

#include <base/unavailable.hpp>

#include "usecases/list_pocs.hpp"
#include "usecases/search_pocs.hpp"

namespace mrbill::catalog {
namespace {

constexpr std::uint32_t store_page = 100;  // up to 10 KB a row, held for as long as the reader is slow
constexpr std::uint32_t search_page = 100;
constexpr Sort oldest_first{SortField::created_at, SortOrder::ascending};

}  // namespace

ExportPocs::ExportPocs(PocStore& store, PocSearch& search, ExportQuery query)
    : store_(store), search_(search), query_(std::move(query)) {}

Task<> ExportPocs::begin() {
  ahead_ = co_await next();
}

Task<std::vector<Poc>> ExportPocs::next() {
  if (ahead_) co_return std::exchange(ahead_, std::nullopt).value();
  if (finished_) co_return std::vector<Poc>{};
  if (query_.text.empty()) co_return co_await next_of_store();
  co_return co_await next_of_search();
}

Task<std::vector<Poc>> ExportPocs::next_of_store() {
  PocQuery query{.caller = query_.caller,
                 .filter = in_stored_form(query_.filter),
                 .sort = oldest_first,
                 .after = after_,
                 .limit = store_page,
                 .count_total = false};
  auto page = co_await store_.list(std::move(query));
  after_ = std::move(page.next);
  finished_ = !after_;
  co_return std::move(page.pocs);
}

// A page may lose rows that the caller may not see any more; the end is where the index has no more hits.
Task<std::vector<Poc>> ExportPocs::next_of_search() {
  SearchPocs search(search_, store_);
  std::vector<Poc> pocs;
  while (pocs.empty() && !finished_) {
    SearchQuery query{.caller = query_.caller,
                      .text = query_.text,
                      .filter = query_.filter,
                      .sort = oldest_first,
                      .after = found_,
                      .limit = search_page,
                      .highlights = false};
    auto page = co_await search(std::move(query));
    if (!page) {
      co_await wait_for_a_search(page.error());
      continue;
    }
    found_ = std::move(page->next);
    finished_ = !found_;
    for (auto& found : page->pocs) pocs.push_back(std::move(found.poc));
    refusals_left_ = max_refusals;
  }
  co_return pocs;
}

// Whoever asks for an export is refused at once; one that has begun waits for its tenant's share of
// the searches.
Task<> ExportPocs::wait_for_a_search(SearchRefusal refused) {
  if (!found_ || refusals_left_ == 0) {
    throw ServiceUnavailable("too many searches of the tenant are under way", refused.retry_after);
  }
  --refusals_left_;
  co_await sleep_for(refused.retry_after);
}

}  // namespace mrbill::catalog
