#include "render/report/facts.hpp"

#include <fmt/format.h>

namespace mrbill::content::report {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view none) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : ", ").append(word);
  return text.empty() ? std::string(none) : text;
}

std::string with_share(const ReportModel& model, std::uint32_t count) {
  return fmt::format(
      "{} ({})", locale::number(model.locale(), count),
      locale::percent(model.locale(), static_cast<double>(count) / std::max(1U, model.numbers.pocs)));
}

}  // namespace

std::vector<Fact> model_facts(const ReportModel& model) {
  const auto& words = texts(model.locale());
  const auto& found = model.highlights;
  if (model.numbers.pocs == 0) return {};
  const auto named = [&](std::string name, std::uint32_t count) {
    return fmt::format("{}, {}", std::move(name), count_text(words, model.locale(), count));
  };
  std::vector<Fact> facts;
  if (found.busiest_month) {
    const auto month = locale::month_of(model.locale(), year_of(found.busiest_month->month),
                                        month_in_year(found.busiest_month->month));
    facts.push_back({words.busiest_month, named(month, found.busiest_month->count)});
  }
  if (found.busiest_day)
    facts.push_back({words.busiest_day, named(locale::date(model.locale(), day_of(*found.busiest_day)),
                                              found.pocs_on_busiest_day)});
  if (found.longest_streak > 1)
    facts.push_back(
        {words.longest_streak,
         fmt::format("{} {}", locale::number(model.locale(), found.longest_streak), words.days_in_a_row)});
  if (found.first_language) {
    facts.push_back(
        {words.first_language, named(group_name(model, ReportGrouping::language, *found.first_language),
                                     found.first_language->count)});
  }
  if (found.first_tag)
    facts.push_back({words.first_tag, named(group_name(model, ReportGrouping::tag, *found.first_tag),
                                            found.first_tag->count)});
  facts.push_back({words.with_framework, with_share(model, found.with_framework)});
  facts.push_back({words.public_pocs, with_share(model, found.is_public)});
  if (found.is_favorite > 0) facts.push_back({words.favorites, with_share(model, found.is_favorite)});
  return facts;
}

std::vector<Fact> order_facts(const ReportModel& model) {
  const auto& words = texts(model.locale());
  const auto& order = model.order;
  std::vector<std::string> groupings;
  for (const auto& grouping : model.groupings) groupings.emplace_back(kind_name(words, grouping.kind));
  const auto& zone = model.collection.zone();
  std::vector<Fact> facts{
      {words.prepared_for, fmt::format("{}, {}", order.person.display_name, order.person.tenant_name)},
      {words.period, period_text(model)},
      {words.time_zone, zone.name()},
      {words.generated, locale::date_and_time(model.locale(), zone.local(order.generated_at))}};
  if (!groupings.empty()) facts.push_back({words.grouped_by, joined(groupings, words.none)});
  if (!order.include_tags.empty())
    facts.push_back({words.include_tags, joined(order.include_tags, words.all)});
  if (!order.exclude_tags.empty())
    facts.push_back({words.exclude_tags, joined(order.exclude_tags, words.none)});
  return facts;
}

}  // namespace mrbill::content::report
