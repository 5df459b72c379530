#include "render/report/model/grouping.hpp"

#include <algorithm>
#include <unordered_map>

namespace mrbill::content::report {
namespace {

constexpr MonthNumber max_months = 1200;  // beyond a century only months that have a POC are listed

std::vector<Group> count_months(const Collection& collection, Period period) {
  std::vector<Group> groups;
  for (const auto& row : collection.rows()) {
    period.first = std::min(period.first, row.month);
    period.last = std::max(period.last, row.month);
  }
  if (period.last - period.first < max_months) {
    for (auto month = period.first; month <= period.last; ++month) groups.push_back({.month = month});
  } else {
    for (const auto& row : collection.rows()) groups.push_back({.month = row.month});
    std::ranges::sort(groups, {}, &Group::month);
    const auto doubles = std::ranges::unique(groups, {}, &Group::month);
    groups.erase(doubles.begin(), doubles.end());
  }
  for (const auto& row : collection.rows())
    ++std::ranges::lower_bound(groups, row.month, {}, &Group::month)->count;
  return groups;
}

const Words& words_of(const Collection& collection, ReportGrouping kind) {
  return kind == ReportGrouping::language ? collection.languages() : collection.tag_names();
}

// The words of a row that a grouping counts by; one no_word where there is none.
template <class Visit>
void each_word(const Collection& collection, const Row& row, ReportGrouping kind, Visit visit) {
  if (kind == ReportGrouping::language) {
    visit(row.language);
    return;
  }
  const auto tags = collection.tags(row);
  for (const auto tag : tags) visit(tag);
  if (tags.empty()) visit(no_word);
}

std::vector<Group> count_words(const Collection& collection, ReportGrouping kind) {
  const auto& words = words_of(collection, kind);
  std::vector<Group> groups(words.size() + 1);
  for (WordId word = 0; word < words.size(); ++word) groups[word].word = word;
  for (const auto& row : collection.rows()) {
    each_word(collection, row, kind,
              [&](WordId word) { ++groups[word == no_word ? words.size() : word].count; });
  }
  std::erase_if(groups, [](const Group& group) { return group.count == 0; });
  std::ranges::sort(groups, [&words](const Group& a, const Group& b) {
    if (a.word == no_word || b.word == no_word) return b.word == no_word && a.word != no_word;
    return a.count != b.count ? a.count > b.count : words[a.word] < words[b.word];
  });
  return groups;
}

// From a word or month to its place among the groups.
class Places {
 public:
  explicit Places(const Grouping& grouping) : kind_(grouping.kind) {
    for (std::size_t i = 0; i < grouping.groups.size(); ++i) places_.emplace(key(grouping.groups[i]), i);
  }
  template <class Visit>
  void each(const Collection& collection, const Row& row, Visit visit) const {
    if (kind_ == ReportGrouping::month) {
      visit(places_.at(row.month));
    } else {
      each_word(collection, row, kind_, [&](WordId word) { visit(places_.at(word)); });
    }
  }

 private:
  [[nodiscard]] std::int64_t key(const Group& group) const {
    return kind_ == ReportGrouping::month ? std::int64_t{group.month} : group.word;
  }
  ReportGrouping kind_;
  std::unordered_map<std::int64_t, std::size_t> places_;
};

std::vector<std::size_t> largest(const Grouping& grouping, std::size_t most) {
  std::vector<std::size_t> places(grouping.groups.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  if (places.size() > most)
    places.resize(most);  // months in their order, words by count: the first are the ones
  return places;
}

// Many groups may stand in the last column.
void add_once(std::vector<std::size_t>& places, std::size_t place) {
  if (std::ranges::find(places, place) == places.end()) places.push_back(place);
}

}  // namespace

Grouping group(const Collection& collection, ReportGrouping kind, Period period) {
  return {kind,
          kind == ReportGrouping::month ? count_months(collection, period) : count_words(collection, kind)};
}

Cross group_across(const Collection& collection, const Grouping& rows, const Grouping& columns,
                   std::size_t max_columns, std::size_t max_rows) {
  Cross cross;
  cross.columns = largest(columns, max_columns);
  cross.rest = columns.groups.size() - cross.columns.size();
  cross.width = cross.columns.size() + (cross.rest > 0 ? 1 : 0);
  const auto own_rows = std::min(rows.groups.size(), max_rows);
  cross.rest_rows = rows.groups.size() - own_rows;
  const auto height = own_rows + (cross.rest_rows > 0 ? 1 : 0);
  cross.cells.resize(height * cross.width);
  cross.rows.resize(height);
  const Places row_places(rows);
  const Places column_places(columns);
  std::vector<std::size_t> in_columns;
  for (const auto& row : collection.rows()) {
    in_columns.clear();
    column_places.each(collection, row,
                       [&](std::size_t c) { add_once(in_columns, std::min(c, cross.columns.size())); });
    bool in_rest = false;
    row_places.each(collection, row, [&](std::size_t r) {
      if (r >= own_rows && std::exchange(in_rest, true)) return;
      r = std::min(r, own_rows);
      ++cross.rows[r];
      for (const auto c : in_columns) ++cross.cells[r * cross.width + c];
    });
  }
  return cross;
}

}  // namespace mrbill::content::report
