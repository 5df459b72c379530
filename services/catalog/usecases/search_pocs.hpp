// A person looks for POCs by words. Their own writes are in the answer, however far the index is behind.
#pragma once

#include <optional>
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
  std::optional<Sort> sort = {};  // nothing: by relevance
  std::uint32_t offset = 0;
  std::uint32_t limit = 20;
  bool highlights = true;
};

struct FoundPoc {
  Poc poc;
  std::vector<Highlight> highlights = {};
};

struct FoundPage {
  std::vector<FoundPoc> pocs = {};
  std::int64_t total = 0;
};

class SearchPocs {
 public:
  SearchPocs(PocSearch& search, PocStore& store) : search_(search), store_(store) {}
  [[nodiscard]] Task<FoundPage> operator()(SearchQuery query);

 private:
  PocSearch& search_;
  PocStore& store_;
};

// Favourites are the store's: they become ids.
[[nodiscard]] Task<SearchRequest> search_request(SearchQuery query, PocSearch& search, PocStore& store);

}  // namespace mrbill::catalog
