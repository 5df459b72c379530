// Counts the languages, tags, frameworks and years of every match while the matcher walks over them.
// Languages, frameworks and years are counted as if their own filter were not there: so the matcher is given
// the filter without these, and they are looked at here.
// Spellings that a filter takes for the same count as one value, shown in the most frequent of them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <xapian.h>

#include "adapters/xapian/budget.hpp"
#include "domain/poc.hpp"

namespace mrbill::catalog {

// What the matcher is given where facets are counted.
[[nodiscard]] PocFilter without_own_filters(PocFilter filter);

class FacetCounter final : public Xapian::MatchSpy {
 public:
  FacetCounter(const PocFilter& filter, const Budget& budget);
  void operator()(const Xapian::Document& document, double weight) override;
  [[nodiscard]] Facets facets() const;                         // by falling count, then by value
  [[nodiscard]] std::int64_t total() const { return total_; }  // of those that the whole filter admits

 private:
  using Counts = std::map<std::string, std::int64_t, std::less<>>;
  static void count(Counts& counts, std::string_view list);
  [[nodiscard]] bool is_in_time(std::string_view created_at) const;

  const Budget& budget_;
  std::set<std::string, std::less<>> wanted_languages_;  // folded
  std::set<std::string, std::less<>> wanted_frameworks_;
  std::optional<Timestamp> from_;
  std::optional<Timestamp> before_;
  std::int64_t total_ = 0;
  Counts languages_;
  Counts tags_;
  Counts frameworks_;
  Counts years_;
};

}  // namespace mrbill::catalog
