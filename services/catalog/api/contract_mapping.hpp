// Between the contract's types and ours, both ways.
#pragma once

#include <contract/catalog.hpp>
#include <http/phrasebook.hpp>

#include "domain/import.hpp"
#include "domain/poc.hpp"
#include "domain/poc_rules.hpp"
#include "ports/poc_insights.hpp"
#include "usecases/change_pocs.hpp"
#include "usecases/count_pocs.hpp"
#include "usecases/patch_poc.hpp"
#include "usecases/saved_search_rules.hpp"
#include "usecases/search_pocs.hpp"

namespace mrbill::catalog {

namespace wire = contract::catalog;

[[nodiscard]] PocDraft draft_of(wire::PocContent content);
[[nodiscard]] BulkRequest request_of(wire::BulkChange change);
[[nodiscard]] wire::BulkResult to_contract(const std::vector<Uuid>& pocs,
                                           const std::vector<BulkAnswer>& answers);
[[nodiscard]] PocPatch patch_of(const wire::PocPatch& patch);
[[nodiscard]] wire::Poc to_contract(const Poc& poc);
[[nodiscard]] wire::PocListItem to_contract(FoundPoc found);
[[nodiscard]] wire::PocStats to_contract(SpanStats stats);
[[nodiscard]] wire::PocFacets to_contract(FacetCounts counts);
[[nodiscard]] wire::ImportJob to_contract(const Import& import, const http::Reader& reader);
[[nodiscard]] wire::ImportRowError to_contract(const RowError& error, const http::Reader& reader);
[[nodiscard]] SavedSearchDraft draft_of(wire::SavedSearchContent content);
[[nodiscard]] wire::SavedSearch to_contract(SavedSearch search);
[[nodiscard]] wire::ImportRow to_row(const Poc& poc);  // a line of an export

[[nodiscard]] wire::PocFacts facts_of(Poc poc);  // for another service

// listPocs, getPocFacets and exportPocs take the same filters. One value is one more of several.
template <class Input>
[[nodiscard]] PocFilter filter_of(const Input& input) {
  PocFilter filter{.scope = input.scope == wire::Scope::mine ? Scope::mine : Scope::tenant,
                   .languages = input.languages,
                   .tags = input.tags,
                   .frameworks = input.frameworks,
                   .favorite = input.favorite,
                   .created_from = input.after,
                   .created_before = input.before};
  if (input.language) filter.languages.push_back(*input.language);
  if (input.framework) filter.frameworks.push_back(*input.framework);
  return filter;
}

// Bytes of UTF-8 as UTF-16 units.
[[nodiscard]] wire::TextRange utf16_range(std::string_view text, std::uint32_t begin, std::uint32_t end);

}  // namespace mrbill::catalog
