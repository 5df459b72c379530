// Documents that match and how well; and such a list as a source that Xapian's matcher filters, sorts
// and counts.
#pragma once

#include <vector>

#include <xapian.h>

#include "adapters/xapian/budget.hpp"

namespace mrbill::catalog {

struct Match {
  Xapian::docid id = 0;
  double weight = 0;
  bool whole = true;  // none of the words is missing
};
using Matches = std::vector<Match>;  // by ascending id

// Both must outlive the query that is made of it.
class MatchSource final : public Xapian::PostingSource {
 public:
  MatchSource(const Matches& matches, const Budget& budget) : matches_(matches), budget_(budget) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  [[nodiscard]] double get_weight() const override { return matches_[at_].weight; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return at_ == matches_.size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return matches_[at_].id; }
  void init(const Xapian::Database& database) override;

 private:
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(matches_.size()); }

  const Matches& matches_;
  const Budget& budget_;
  std::size_t at_ = 0;
  bool begun_ = false;
};

}  // namespace mrbill::catalog
