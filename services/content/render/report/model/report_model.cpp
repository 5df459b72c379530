#include "render/report/model/report_model.hpp"

#include <algorithm>

namespace mrbill::content::report {
namespace {

using locale::LocalTime;

Period period_of(const ReportOrder& order, const locale::Zone& zone) {
  const auto from = first_day(order, zone);
  const auto to = last_day(order, zone);
  const Period period{month_number(from.year, from.month), month_number(to.year, to.month)};
  return {period.first, std::max(period.first, period.last)};
}

// The days with a POC, in order, each as often as it has POCs.
std::vector<std::int32_t> sorted_days(const Collection& collection) {
  std::vector<std::int32_t> days;
  days.reserve(collection.rows().size());
  for (const auto& row : collection.rows()) days.push_back(row.day);
  std::ranges::sort(days);
  return days;
}

void read_days(const std::vector<std::int32_t>& days, FourNumbers& numbers, Highlights& highlights) {
  std::uint32_t streak = 0;
  for (auto day = days.begin(); day != days.end();) {
    const auto next = std::upper_bound(day, days.end(), *day);
    const auto count = static_cast<std::uint32_t>(next - day);
    if (count == highlights.pocs_on_busiest_day) highlights.busiest_day.reset();
    if (count > highlights.pocs_on_busiest_day) {
      highlights.pocs_on_busiest_day = count;
      highlights.busiest_day = *day;
    }
    streak = day != days.begin() && *std::prev(day) + 1 == *day ? streak + 1 : 1;
    highlights.longest_streak = std::max(highlights.longest_streak, streak);
    ++numbers.active_days;
    day = next;
  }
}

std::optional<Group> largest(const Grouping& grouping) {
  const auto pocs = [&](const Group& group) {
    return grouping.kind != ReportGrouping::month && group.word == no_word ? 0 : group.count;
  };
  const auto best = std::ranges::max_element(grouping.groups, {}, pocs);
  if (best == grouping.groups.end() || pocs(*best) == 0) return std::nullopt;
  if (std::ranges::count(grouping.groups, best->count, pocs) > 1) return std::nullopt;
  return *best;
}

Highlights find_highlights(const Collection& collection, Period period) {
  Highlights found;
  found.busiest_month = largest(group(collection, ReportGrouping::month, period));
  found.first_language = largest(group(collection, ReportGrouping::language, period));
  found.first_tag = largest(group(collection, ReportGrouping::tag, period));
  for (const auto& row : collection.rows()) {
    found.with_framework += row.frameworks > 0 ? 1 : 0;
    found.is_public += row.is_public ? 1 : 0;
    found.is_favorite += row.is_favorite ? 1 : 0;
  }
  return found;
}

}  // namespace

LocalTime first_day(const ReportOrder& order, const locale::Zone& zone) {
  return zone.local(order.from_date);
}

LocalTime last_day(const ReportOrder& order, const locale::Zone& zone) {
  return zone.local(order.to_date > order.from_date ? order.to_date - std::chrono::microseconds(1)
                                                    : order.to_date);
}

std::vector<Pair> pairs(const ReportModel& model) {
  std::vector<Pair> found;
  for (auto first = model.groupings.begin(); first != model.groupings.end(); ++first) {
    for (auto second = std::next(first); second != model.groupings.end(); ++second) {
      const bool turned = second->kind == ReportGrouping::month;
      found.push_back({turned ? *second : *first, turned ? *first : *second});
    }
  }
  return found;
}

ReportModel make_model(ReportOrder order, Collection collection) {
  const auto period = period_of(order, collection.zone());
  FourNumbers numbers{.pocs = static_cast<std::uint32_t>(collection.rows().size()),
                      .languages = static_cast<std::uint32_t>(collection.languages().size()),
                      .tags = static_cast<std::uint32_t>(collection.tag_names().size())};
  auto highlights = find_highlights(collection, period);
  read_days(sorted_days(collection), numbers, highlights);
  std::vector<Grouping> groupings;
  for (const auto kind : order.group_by) {
    if (std::ranges::find(groupings, kind, &Grouping::kind) == groupings.end()) {
      groupings.push_back(group(collection, kind, period));
    }
  }
  return {std::move(order), std::move(collection), period, numbers, highlights, std::move(groupings)};
}

}  // namespace mrbill::content::report
