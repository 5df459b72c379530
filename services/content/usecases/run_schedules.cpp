#include "usecases/run_schedules.hpp"

#include <array>

#include <fmt/format.h>

#include <base/number.hpp>

#include "domain/choices.hpp"

namespace mrbill::content {
namespace {

constexpr int at_once = 100;
constexpr int film_seconds = 60;

constexpr std::array<std::string_view, 12> english{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> portuguese{"janeiro",  "fevereiro", "mar\u00e7o", "abril",
                                                      "maio",     "junho",     "julho",      "agosto",
                                                      "setembro", "outubro",   "novembro",   "dezembro"};

std::string title_of(const DueSchedule& due, Locale locale) {
  const bool in_portuguese = locale == Locale::pt_br;
  const auto year = due.period.substr(0, 4);
  if (due.kind == ScheduleKind::year_video) return (in_portuguese ? "Meu ano de " : "My year ") + year;
  const auto month = number_in<std::size_t>(due.period.substr(5)).value();  // our own "2025-11"
  return in_portuguese ? fmt::format("Relat\u00f3rio de {} de {}", portuguese.at(month - 1), year)
                       : fmt::format("Report of {} {}", english.at(month - 1), year);
}

}  // namespace

Spec spec_of(const DueSchedule& due) {
  const auto locale = nearest_locale(due.locale);
  Spec spec{.title = title_of(due, locale), .from = due.from, .to = due.to, .locale = locale};
  if (due.kind == ScheduleKind::monthly_report) {
    spec.options = due.schedules.report;
  } else {
    spec.include_private = false;  // nobody was asked
    spec.options =
        VideoOptions{.style = due.schedules.video_style.value_or(std::string(style_choices().front().id)),
                     .shape = due.schedules.video_shape,
                     .seconds = film_seconds};
  }
  return spec;
}

Task<std::int64_t> RunSchedules::operator()() {
  const auto now = std::chrono::floor<std::chrono::milliseconds>(clock_.now());
  const auto all = co_await sweep_.due(now, at_once);
  std::int64_t made = 0;
  for (const auto& due : all) {
    const bool ours = co_await sweep_.make(due, spec_of(due), RequestId{new_uuid(clock_, random_)}, now);
    if (ours) ++made;
  }
  co_return made;
}

}  // namespace mrbill::content
