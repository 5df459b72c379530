#include "adapters/xapian/matches.hpp"

#include <algorithm>

namespace mrbill::catalog {

void MatchSource::init(const Xapian::Database& /*database*/) {
  at_ = 0;
  begun_ = false;
  double max = 0;
  for (const auto& match : matches_) max = std::max(max, match.weight);
  set_maxweight(max);
}

void MatchSource::next(double /*min_weight*/) {
  budget_.spend();
  if (begun_) ++at_;
  begun_ = true;
}

void MatchSource::skip_to(Xapian::docid id, double /*min_weight*/) {
  budget_.spend();
  begun_ = true;
  const auto from = matches_.begin() + static_cast<std::ptrdiff_t>(at_);
  const auto found = std::ranges::lower_bound(from, matches_.end(), id, {}, &Match::id);
  at_ = static_cast<std::size_t>(found - matches_.begin());
}

}  // namespace mrbill::catalog
