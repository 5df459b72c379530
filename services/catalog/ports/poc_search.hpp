// Finding POCs by words: a port. Xapian here (adapters/xapian), OpenSearch on AWS; one contract suite for
// every adapter.
//
//   CO_TRY(auto place, search.admit(caller.tenant));
//   auto seen = co_await search.watermark(caller.tenant);         // what the index knows
//   auto newer = co_await store.changed_since(caller, seen, 501);  // what it does not know yet
//   auto found = co_await search.find({.caller = caller, .text = "ray trcer", .overlay = ..., .stale = ...});
//
// The index is derived and a little behind; the overlay makes the caller's own writes visible in the same
// answer: its rows take the place of what the index holds under the same ids (a deleted row takes it away),
// so ranking, totals, facets and paging are one answer. Words, weights, totals and facets come of what the
// caller may see and of nothing else.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <async/deadline.hpp>
#include <async/task.hpp>
#include <base/coded_unavailable.hpp>
#include <base/result.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

using contract::ErrorCode;

// How the words were read: as typed, with slips forgiven in known words too, with one of them missing.
enum class Reading : std::uint8_t { as_typed, forgiving, forgetful };
// How a single word was: as it stands, as two words written as one, as a near word.
enum class WordReading : std::uint8_t { as_it_stands, apart, corrected };

// Where a page of an answer ended. Behind it the same search goes on: what was written meanwhile changes
// neither how the words are read nor what they weigh, so no row that stays as it is comes twice or is
// passed over.
struct SearchPosition {
  PocPosition row = {};  // of the field that is sorted by; by relevance of created_at
  double score = 0;      // by relevance
  Reading reading = Reading::as_typed;
  std::vector<WordReading> words = {};
  std::vector<std::int64_t> counted = {};  // by relevance: POCs, and how many of them have each word
  bool operator==(const SearchPosition&) const = default;
};

// A typed word that was read as others, the nearest and most frequent first.
struct Correction {
  std::string typed = {};
  std::vector<std::string> words = {};
  bool operator==(const Correction&) const = default;
};

struct SearchRequest {
  Caller caller;          // rows: own ones; with Scope::tenant the tenant's public ones too
  std::string text = {};  // what the person typed, up to 200 code points
  PocFilter filter = {};  // without `favorite`: `only` and `without` say it
  std::optional<std::vector<PocId>> only = {};  // when set, no other id can be found
  std::vector<PocId> without = {};              // these are never found
  std::optional<Sort> sort = {};                // nothing: by relevance, then newest first
  std::uint32_t offset = 0;                     // of the first hit, used without `after`
  std::optional<SearchPosition> after = {};     // hits behind it
  std::uint32_t limit = 20;                     // at most 100; 0 when only facets or the total are wanted
  bool facets = false;
  bool highlights = true;
  // Rows changed after the watermark, visible to the caller, deleted ones included.
  std::vector<Poc> overlay = {};
  // All that changed after the watermark, whoever may see it: what the index holds of these counts
  // for nobody.
  std::vector<PocId> stale = {};
  Deadline deadline = Deadline::in(std::chrono::seconds(2));
  std::stop_token stop = {};  // asked for when the caller has gone
};

// Where the words were found: [begin, end) in bytes of the UTF-8 text of the row's field.
struct Highlight {
  enum class Field : std::uint8_t { name, description, tags, frameworks, language };
  Field field = Field::name;
  std::string fragment = {};  // plain text, cut around the first hit
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marks =
      {};  // within the fragment, ascending, disjoint
  bool operator==(const Highlight&) const = default;
};

struct Hit {
  PocId id;
  double score = 0;
  std::vector<Highlight> highlights = {};
};

struct SearchResult {
  std::vector<Hit> hits = {};                // in order
  std::int64_t total = 0;                    // exact, over all pages
  std::optional<SearchPosition> next = {};   // where the next page begins; nothing on the last
  std::vector<Correction> corrections = {};  // without which something would not have been found
  // Exact counts over all matches, by falling count then value; narrowed as FacetCounts are.
  std::optional<Facets> facets = {};
};

// There is no index, or it is damaged: until it is built anew no words can be looked up. Everything that the
// store answers goes on.
class SearchUnavailable : public CodedUnavailable {
 public:
  explicit SearchUnavailable(const std::string& why)
      : CodedUnavailable({ErrorCode::search_unavailable,
                          "The search is being repaired. Lists and filters work; search again in a moment."},
                         "the search index cannot be read: " + why, std::chrono::seconds(3)) {}
};

// The index does not come along with the changes, and there are too many to look through beside it.
class SearchBehind : public CodedUnavailable {
 public:
  SearchBehind()
      : CodedUnavailable({ErrorCode::search_behind,
                          "The search does not know the newest changes yet. Search again in a moment."},
                         "the search index is behind the store", std::chrono::seconds(2)) {}
};

enum class SearchRefusalCode : std::uint8_t {
  too_many_searches,  // of this tenant: its share is used up
  search_timeout,     // it took longer than a search may, or its caller has gone
};
struct SearchRefusal {
  SearchRefusalCode code;
  std::chrono::seconds retry_after{1};
};

// Held while a search is under way.
class SearchPlace {
 public:
  virtual ~SearchPlace() = default;
};

class PocSearch {
 public:
  virtual ~PocSearch() = default;
  // Asked for before anything else is done for a search. The others' places are not touched by a tenant that
  // asks much.
  [[nodiscard]] virtual Result<std::unique_ptr<SearchPlace>, SearchRefusal> admit(TenantId tenant) = 0;
  // What follows throws SearchUnavailable when the index cannot be read.
  // The tenant's change_seq up to which the index is complete; 0 for a tenant it has never seen.
  [[nodiscard]] virtual Task<std::int64_t> watermark(TenantId tenant) = 0;
  // True once the index is complete up to change_seq; false when the deadline came first.
  [[nodiscard]] virtual Task<bool> wait_for(TenantId tenant, std::int64_t change_seq, Deadline deadline) = 0;
  [[nodiscard]] virtual Task<Result<SearchResult, SearchRefusal>> find(SearchRequest request) = 0;
};

}  // namespace mrbill::catalog
