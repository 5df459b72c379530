#include "adapters/xapian/vocabulary.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/xapian/schema.hpp"
#include "adapters/xapian/typo.hpp"

namespace mrbill::catalog {

namespace {

struct Candidate {
  std::size_t distance;
  Xapian::doccount frequency;
  std::string word;
};

std::vector<std::string> best(std::vector<Candidate> candidates, std::size_t most) {
  const auto better = [](const Candidate& a, const Candidate& b) {
    return std::tuple(a.distance, b.frequency, std::string_view(a.word)) <
           std::tuple(b.distance, a.frequency, std::string_view(b.word));
  };
  const auto kept = std::min(most, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                    candidates.end(), better);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < kept; ++i) words.push_back(std::move(candidates[i].word));
  return words;
}

std::size_t distance_of(std::u32string_view a, std::u32string_view b, std::size_t most) {
  std::size_t distance = 0;
  while (distance <= most && !within_typos(a, b, distance)) ++distance;
  return distance;
}

}  // namespace

Vocabulary::Vocabulary(const Xapian::Database& database, TenantId tenant)
    : database_(database), tenant_(tenant), prefix_(schema::word_term(tenant, "")) {}

bool Vocabulary::contains(std::string_view word) const {
  return database_.term_exists(schema::word_term(tenant_, word));
}

std::vector<std::string> Vocabulary::completions(std::string_view word, std::size_t most) const {
  std::vector<Candidate> found;
  const auto prefix = schema::word_term(tenant_, word);
  for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term) {
    auto completed = (*term).substr(prefix_.size());
    if (completed != word) found.push_back({0, term.get_termfreq(), std::move(completed)});
  }
  return best(std::move(found), most);
}

std::vector<std::string> Vocabulary::corrections(std::string_view word, std::size_t tolerated,
                                                 std::size_t most) const {
  const auto wanted = letters_of(word);
  std::vector<Candidate> found;
  if (tolerated == 0) return {};
  for (auto term = database_.allterms_begin(prefix_); term != database_.allterms_end(prefix_); ++term) {
    auto candidate = (*term).substr(prefix_.size());
    const auto longer = std::max(candidate.size(), word.size());
    const auto shorter = std::min(candidate.size(), word.size());
    if (longer - shorter > tolerated * 4) continue;  // a letter is four bytes at most
    const auto distance = distance_of(wanted, letters_of(candidate), tolerated);
    if (distance == 0 || distance > tolerated) continue;
    found.push_back({distance, term.get_termfreq(), std::move(candidate)});
  }
  return best(std::move(found), most);
}

}  // namespace mrbill::catalog
