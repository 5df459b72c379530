#include "adapters/xapian/facet_counter.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include <text/text.hpp>

#include "adapters/xapian/schema.hpp"
#include "adapters/xapian/xapian_errors.hpp"

namespace mrbill::catalog {

namespace {

using Spellings = std::map<std::string, std::int64_t, std::less<>>;

// By what a filter compares: the value that is shown, and how often it occurs in whatever spelling.
std::vector<Count> ordered(const Spellings& spellings) {
  struct Value {
    Count shown;
    std::int64_t max = 0;
  };
  std::map<std::string, Value> values;
  for (const auto& [spelling, count] : spellings) {
    if (!text::is_valid_utf8(spelling)) throw MalformedDocument();
    auto& value = values[text::folded(spelling)];
    value.shown.count += count;
    if (count <= value.max) continue;
    value.max = count;
    value.shown.value = spelling;
  }
  std::vector<Count> out;
  for (auto& [folded, value] : values) out.push_back(std::move(value.shown));
  std::ranges::sort(out, [](const Count& a, const Count& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  return out;
}

}  // namespace

void FacetCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  budget_.spend();
  count(languages_, document.get_value(schema::Slot::language));
  count(tags_, document.get_value(schema::Slot::tags));
  count(frameworks_, document.get_value(schema::Slot::frameworks));
  count(years_, schema::year_of(document.get_value(schema::Slot::created_at)));
}

void FacetCounter::count(Counts& counts, const std::string& list) {
  std::string_view rest = list;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(schema::list_separator), rest.size());
    const auto value = rest.substr(0, end);
    if (auto found = counts.find(value); found != counts.end()) {
      ++found->second;
    } else {
      counts.emplace(value, 1);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

Facets FacetCounter::facets() const {
  return {.languages = ordered(languages_),
          .tags = ordered(tags_),
          .frameworks = ordered(frameworks_),
          .years = ordered(years_)};
}

}  // namespace mrbill::catalog
