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

template <class F>
void for_each_value(std::string_view list, F use) {
  while (!list.empty()) {
    const auto end = std::min(list.find(schema::list_separator), list.size());
    use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

std::set<std::string, std::less<>> folded(const std::vector<std::string>& values) {
  std::set<std::string, std::less<>> all;
  for (const auto& value : values) all.insert(text::folded(value));
  return all;
}

// Nothing wanted admits everything.
bool has_any_of(const std::set<std::string, std::less<>>& wanted, std::string_view list) {
  bool has = wanted.empty();
  for_each_value(list, [&](std::string_view value) { has = has || wanted.contains(text::folded(value)); });
  return has;
}

}  // namespace

PocFilter without_own_filters(PocFilter filter) {
  filter.languages.clear();
  filter.frameworks.clear();
  filter.created_from.reset();
  filter.created_before.reset();
  return filter;
}

FacetCounter::FacetCounter(const PocFilter& filter, const Budget& budget)
    : budget_(budget),
      wanted_languages_(folded(filter.languages)),
      wanted_frameworks_(folded(filter.frameworks)),
      from_(filter.created_from),
      before_(filter.created_before) {}

void FacetCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  budget_.spend();
  const auto language = document.get_value(schema::Slot::language);
  const auto frameworks = document.get_value(schema::Slot::frameworks);
  const auto created_at = document.get_value(schema::Slot::created_at);
  const bool by_language = has_any_of(wanted_languages_, language);
  const bool by_framework = has_any_of(wanted_frameworks_, frameworks);
  const bool by_time = is_in_time(created_at);
  if (by_framework && by_time) count(languages_, language);
  if (by_language && by_time) count(frameworks_, frameworks);
  if (by_language && by_framework) count(years_, schema::year_of(created_at));
  if (!by_language || !by_framework || !by_time) return;
  count(tags_, document.get_value(schema::Slot::tags));
  ++total_;
}

bool FacetCounter::is_in_time(std::string_view created_at) const {
  if (!from_ && !before_) return true;
  const auto time = schema::time_of(created_at);
  return (!from_ || time >= *from_) && (!before_ || time < *before_);
}

void FacetCounter::count(Counts& counts, std::string_view list) {
  for_each_value(list, [&](std::string_view value) {
    if (auto found = counts.find(value); found != counts.end()) {
      ++found->second;
    } else {
      counts.emplace(value, 1);
    }
  });
}

Facets FacetCounter::facets() const {
  return {.languages = ordered(languages_),
          .tags = ordered(tags_),
          .frameworks = ordered(frameworks_),
          .years = ordered(years_)};
}

}  // namespace mrbill::catalog
