#include "usecases/list_poc_facts.hpp"

#include <algorithm>

#include <text/text.hpp>

#include "domain/poc_rules.hpp"

namespace mrbill::catalog {
namespace {

constexpr std::uint32_t rows_a_page = 500;

// As filters compare: letter case and accents do not matter.
void in_compared_form(std::vector<std::string>& tags) {
  for (auto& tag : tags) tag = text::folded(normal_tag(tag));
}

bool shares_a_tag(const Poc& poc, const std::vector<std::string>& tags) {
  return std::ranges::any_of(
      poc.content.tags, [&](const auto& tag) { return std::ranges::count(tags, text::folded(tag)) > 0; });
}

bool is_wanted(const Poc& poc, const PocFactsQuery& query) {
  return (query.include_private || poc.content.is_public) &&
         (query.include_tags.empty() || shares_a_tag(poc, query.include_tags)) &&
         !shares_a_tag(poc, query.exclude_tags);
}

}  // namespace

Task<PocPage> ListPocFacts::operator()(PocFactsQuery query) {
  in_compared_form(query.include_tags);
  in_compared_form(query.exclude_tags);
  PocFilter filter{.created_from = query.from, .created_before = query.before};
  if (query.before >= clock_.now()) filter.created_before.reset();
  PocQuery rows{.caller = query.owner,
                .filter = std::move(filter),
                .sort = {SortField::created_at, SortOrder::ascending},
                .after = query.after,
                .limit = rows_a_page,
                .count_total = false};
  auto page = co_await store_.list(std::move(rows));
  std::erase_if(page.pocs, [&](const Poc& poc) { return !is_wanted(poc, query); });
  co_return page;
}

}  // namespace mrbill::catalog
