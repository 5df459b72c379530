// Counts the languages, tags, frameworks and years of every match while the matcher walks over them.
// Spellings that a filter takes for the same count as one value, shown in the most frequent of them.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <xapian.h>

#include "adapters/xapian/budget.hpp"
#include "domain/poc.hpp"

namespace mrbill::catalog {

class FacetCounter final : public Xapian::MatchSpy {
 public:
  explicit FacetCounter(const Budget& budget) : budget_(budget) {}
  void operator()(const Xapian::Document& document, double weight) override;
  [[nodiscard]] Facets facets() const;  // by falling count, then by value

 private:
  using Counts = std::map<std::string, std::int64_t, std::less<>>;
  static void count(Counts& counts, const std::string& list);

  const Budget& budget_;
  Counts languages_;
  Counts tags_;
  Counts frameworks_;
  Counts years_;
};

}  // namespace mrbill::catalog
