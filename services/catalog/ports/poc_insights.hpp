// Counting POCs: a port. Exact, over what the caller may see, without deleted ones.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/result.hpp>

#include "domain/poc.hpp"
#include "domain/tag_pairs.hpp"

namespace mrbill::catalog {

struct StatsQuery {
  Caller caller;
  Scope scope = Scope::mine;
  Timestamp from;    // inclusive
  Timestamp before;  // exclusive
  // The span reaches the present: what bears a later time, of a clock that was ahead, counts as of its
  // last moment.
  bool to_the_present = false;
  std::string time_zone = "UTC";  // whose days and months (IANA)
};

struct PocStats {
  std::int64_t total = 0;
  std::int64_t favorites = 0;
  std::vector<Count> by_month = {};  // "2026-03", ascending; every month of the span, empty ones too
  std::vector<Count> by_day = {};    // "2026-03-31", ascending; days with at least one
  // By falling count, then value, a thousand at most; a POC without language is in none.
  std::vector<Count> by_language = {};
  std::vector<Count> by_tag = {};         // the same
  std::vector<Count> by_framework = {};   // the same
  std::vector<TagPair> by_tag_pair = {};  // of the most frequent tags, see frequent_pairs
  // How many values there are in all.
  std::int64_t languages = 0;
  std::int64_t tags = 0;
  std::int64_t frameworks = 0;
};

enum class StatsError : std::uint8_t { unknown_time_zone };

// Languages, frameworks and years are counted as if the filter did not name theirs: choosing one keeps the
// others to choose from. Tags are all wanted at once, so they are counted within those that were chosen.
struct FacetCounts {
  std::int64_t total = 0;  // of the whole filter
  Facets facets = {};      // by falling count, then value; years likewise
  // How many values there are in all.
  std::int64_t languages = 0;
  std::int64_t tags = 0;
  std::int64_t frameworks = 0;
  std::int64_t years = 0;
};

class PocInsights {
 public:
  virtual ~PocInsights() = default;
  [[nodiscard]] virtual Task<Result<PocStats, StatsError>> stats(StatsQuery query) = 0;
  [[nodiscard]] virtual Task<FacetCounts> facets(Caller caller, PocFilter filter, int limit) = 0;
};

}  // namespace mrbill::catalog
