// A person looks for POCs by words. Their own writes are in the answer, however far the index is behind.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <async/task.hpp>

#include "ports/poc_search.hpp"
#include "ports/poc_store.hpp"

namespace mrbill::catalog {

struct SearchQuery {
  Caller caller;
  std::string text = {};
  PocFilter filter = {};
  std::optional<Sort> sort = {};             // nothing: by relevance
  std::uint32_t offset = 0;                  // used without `after`
  std::optional<SearchPosition> after = {};  // hits behind it
  std::uint32_t limit = 20;
  bool highlights = true;
  std::stop_token stop = {};  // asked for when the caller has gone
};

struct FoundPoc {
  Poc poc;
  std::vector<Highlight> highlights = {};
};

struct FoundPage {
  std::vector<FoundPoc> pocs = {};
  std::int64_t total = 0;
  std::optional<SearchPosition> next = {};  // where the next page begins; nothing on the last
  std::vector<Correction> corrections = {};
};

class SearchPocs {
 public:
  SearchPocs(PocSearch& search, PocStore& store) : search_(search), store_(store) {}
  [[nodiscard]] Task<Result<FoundPage, SearchRefusal>> operator()(SearchQuery query);

 private:
  PocSearch& search_;
  PocStore& store_;
};

// What page and facets have in common: a place among the searches, what the store must tell, the search.
// `facets` instead of a page of hits.
enum class Wanted : std::uint8_t { page, facets };
[[nodiscard]] Task<Result<SearchResult, SearchRefusal>> search_index(SearchQuery query, Wanted wanted,
                                                                     PocSearch& search, PocStore& store);

}  // namespace mrbill::catalog
