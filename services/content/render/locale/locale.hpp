// How numbers and days are written in the languages of the product. Texts are each art's own.
//
//   number(Locale::pt_br, 1234567) == "1.234.567"      decimal(Locale::pt_br, 12.54, 1) == "12,5"
//   short_date(Locale::pt_br, day) == "03/02/2025"     date(Locale::en, day) == "February 3, 2025"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <contract/rendering.hpp>

#include "render/locale/zone.hpp"

namespace mrbill::content::locale {

using contract::rendering::Locale;

[[nodiscard]] std::string number(Locale locale, std::int64_t value);
[[nodiscard]] std::string decimal(Locale locale, double value, int digits);
[[nodiscard]] std::string percent(Locale locale, double share);  // of 1, whole; "<1 %" for a trace

[[nodiscard]] std::string_view month_name(Locale locale, int month);   // "fevereiro", "February"
[[nodiscard]] std::string_view short_month(Locale locale, int month);  // "fev", "Feb"

[[nodiscard]] std::string date(Locale locale,
                               const LocalTime& day);  // "3 de fevereiro de 2025", "February 3, 2025"
[[nodiscard]] std::string short_date(Locale locale, const LocalTime& day);  // "03/02/2025", "Feb 3, 2025"
[[nodiscard]] std::string date_and_time(Locale locale, const LocalTime& moment);  // short_date and "14:05"
[[nodiscard]] std::string month_of(Locale locale, int year,
                                   int month);  // "fevereiro de 2025", "February 2025"
[[nodiscard]] std::string short_month_of(Locale locale, int year, int month);  // "fev 2025", "Feb 2025"

}  // namespace mrbill::content::locale
