// Every word of a report, in both languages.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "render/report/model/report_model.hpp"

namespace mrbill::content::report {

struct Texts {
  std::string_view report, prepared_for, generated, period, time_zone, contents, at_a_glance, about;
  std::string_view pocs, poc, languages, language_one, tags, tag_one, active_days, active_day;
  std::string_view language, tag, month, share, total, others, other, no_language, no_tag, no_pocs;
  std::string_view by_language, by_tag, by_month, all_pocs, across;  // across: "{} by {}"
  std::string_view name, description, repository, frameworks, created, updated, is_public, is_favorite,
      poc_id, is_private;
  std::string_view yes, no;
  std::string_view page, of, continued;
  std::string_view busiest_month, first_language, first_tag, busiest_day, longest_streak, days_in_a_row,
      with_framework, public_pocs, favorites;
  std::string_view include_tags, exclude_tags, grouped_by, none, all;
  std::string_view one_dot, one_dot_for, empty_title, empty_text;
  std::string_view language_note, tag_note, month_note, cross_note;
  std::string_view summary, count, chart_of, cover_art, cover_art_one, cover_art_for, year, figure_first,
      figure_tied, and_more, used_once;
};

[[nodiscard]] const Texts& texts(Locale locale);

[[nodiscard]] std::string_view heading(const Texts& texts, ReportGrouping kind);    // "By language"
[[nodiscard]] std::string_view kind_name(const Texts& texts, ReportGrouping kind);  // "Language"
[[nodiscard]] std::string cross_heading(const Texts& texts, ReportGrouping rows, ReportGrouping columns);
// What a group is called: "Rust", "No language", "mar 2025".
[[nodiscard]] std::string group_name(const ReportModel& model, ReportGrouping kind, const Group& group);
[[nodiscard]] std::string period_text(const ReportModel& model);
// "3", "languages": what stands under one of the cover's numbers.
struct NumberAndWord {
  std::uint32_t value;
  std::string_view word;
};
[[nodiscard]] std::array<NumberAndWord, 4> four_numbers(const ReportModel& model);
// "Other (1)", "Others (12)".
[[nodiscard]] std::string others_text(const Texts& texts, Locale locale, std::size_t count);
[[nodiscard]] std::string count_text(const Texts& texts, Locale locale,
                                     std::uint32_t pocs);  // "1 POC", "52 POCs"
[[nodiscard]] locale::LocalTime day_of(std::int32_t days_since_1970);

}  // namespace mrbill::content::report
