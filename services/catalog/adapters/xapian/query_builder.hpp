// What a person typed, as a query over one tenant's words.
//
// Every word must match: as it stands, as the beginning of a longer word (ranked lower), or, where the tenant
// has no such word, as a slip of the finger for a near one (lower still). A POC whose whole name is what was
// typed comes first.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "adapters/xapian/vocabulary.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

enum class Reading : std::uint8_t { as_typed, forgiving, forgetful };

struct WordsQuery {
  Xapian::Query query;
  std::vector<std::string> matched_words;  // all that may have matched, for highlights
};

[[nodiscard]] WordsQuery words_query(const SearchRequest& request, const Vocabulary& vocabulary,
                                     Reading reading);

// What the caller may find at all: their own, with Scope::tenant the public ones beside them.
[[nodiscard]] Xapian::Query visibility_query(const SearchRequest& request);
// That, and everything the caller asks of a POC but words.
[[nodiscard]] Xapian::Query filter_query(const SearchRequest& request);

}  // namespace mrbill::catalog
