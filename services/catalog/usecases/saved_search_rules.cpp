#include "usecases/saved_search_rules.hpp"

#include <text/text.hpp>

#include "domain/poc_rules.hpp"

namespace mrbill::catalog {

Result<SavedSearchDraft, FieldErrors> check(SavedSearchDraft draft) {
  FieldErrors errors;
  draft.query.search = text::trimmed(draft.query.search);
  auto content = check(PocDraft{.name = draft.name});
  if (!content) errors = std::move(content).error();
  if (draft.query.search.empty() && draft.query.sort_by == "relevance")
    errors.push_back({"/query/sortBy", "enum", "relevance is an order of search results only"});
  if (!errors.empty()) return fail(std::move(errors));
  draft.name = std::move(content->name);
  return draft;
}

}  // namespace mrbill::catalog
