#include "render/video/persona.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace mrbill::content::video {
namespace {

struct Candidate {
  double strength;  // how far beyond the ordinary: 1 is where a trait begins
  Persona persona;
};

// Rounded, but for the ends: all is said of nothing less, and nothing of nothing more.
int per_cent(int part, int whole) {
  if (part == 0 || part == whole) return part == 0 ? 0 : 100;
  return std::clamp(static_cast<int>(part * 100.0 / whole + 0.5), 1, 99);
}

int between(const std::vector<int>& hours, int from, int to) {
  return std::accumulate(hours.begin() + from, hours.begin() + to, 0);
}

// How many days hold half of all POCs.
int days_of_half(const Manifest& m) {
  std::vector<int> days = m.days;
  std::sort(days.rbegin(), days.rend());
  int held = 0, count = 0;
  for (int day : days) {
    if (held * 2 >= m.total) break;
    held += day;
    ++count;
  }
  return count;
}

int described(const Source& source) {
  return static_cast<int>(std::count_if(source.pocs.begin(), source.pocs.end(),
                                        [](const Poc& poc) { return !poc.description.empty(); }));
}

}  // namespace

Persona persona_of(const Manifest& m, const Source& source) {
  if (m.total < 3) return {PersonaKind::minimalist, 0, m.total, {}};
  std::vector<Candidate> all;
  auto add = [&](PersonaKind kind, double strength, int share, int number, std::string word = {}) {
    all.push_back({strength, {kind, share, number, std::move(word)}});
  };
  int night = between(m.hours, 22, 24) + between(m.hours, 0, 5), early = between(m.hours, 5, 9);
  add(PersonaKind::night_owl, per_cent(night, m.total) / 38.0, per_cent(night, m.total), night);
  add(PersonaKind::early_bird, per_cent(early, m.total) / 30.0, per_cent(early, m.total), early);
  int weekend = m.weekdays[0] + m.weekdays[6];
  add(PersonaKind::weekender, per_cent(weekend, m.total) / 45.0, per_cent(weekend, m.total), weekend);
  if (!m.languages.empty()) {
    const auto& top = m.languages.front();
    int share = per_cent(top.count, m.total);
    // By doublings: languages add up with the years, hours and habits do not.
    double many = 1 + 0.4 * std::log2(m.languages_in_all / 9.0);
    add(PersonaKind::polyglot, many * (share <= 40 ? 1 : 0.5), share, m.languages_in_all, top.name);
    add(PersonaKind::specialist, share / 60.0, share, top.count, top.name);
  }
  if (!m.days.empty() && m.total >= 12) {
    int half = days_of_half(m);
    add(PersonaKind::sprinter, m.active_days * 0.2 / std::max(1, half), 50, half);
  }
  int months = static_cast<int>(m.months.size());
  if (months >= 3 && m.active_months == months) add(PersonaKind::marathoner, 1.02, 0, months);
  add(PersonaKind::explorer, m.tags_in_all / (1.6 * m.total), 0, m.tags_in_all);
  // What is not named is not known to have its story told, or not to.
  if (m.unnamed == 0)
    add(PersonaKind::storyteller, per_cent(described(source), m.total) / 97.0 * 0.98,
        per_cent(described(source), m.total), described(source));
  auto best =
      std::max_element(all.begin(), all.end(), [](auto& a, auto& b) { return a.strength < b.strength; });
  if (best->strength < 1) return {PersonaKind::builder, 0, m.total, {}};
  return best->persona;
}

}  // namespace mrbill::content::video
