#include "render/locale/locale.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <base/number.hpp>

namespace mrbill::content::locale {
namespace {

template <std::size_t N>
using Names = std::array<std::array<std::string_view, N>, 2>;  // by locale

constexpr Names<12> months{{{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
                             "setembro", "outubro", "novembro", "dezembro"},
                            {"January", "February", "March", "April", "May", "June", "July", "August",
                             "September", "October", "November", "December"}}};
constexpr Names<12> short_months{
    {{"jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"},
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}}};
template <std::size_t N>
std::string_view name_of(const Names<N>& names, Locale locale, int index) {
  return names[static_cast<std::size_t>(locale)]
              [static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(N) - 1))];
}

}  // namespace

std::string number(Locale locale, std::int64_t value) {
  auto digits = fmt::format("{}", value);
  const char separator = locale == Locale::pt_br ? '.' : ',';
  const std::size_t first = value < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, 1, separator);
  return digits;
}

std::string decimal(Locale locale, double value, int digits) {
  const auto text = fmt::format("{:.{}f}", value, digits);
  const auto point = std::min(text.find('.'), text.size());
  auto whole = number(locale, number_in<std::int64_t>(std::string_view(text).substr(0, point)).value());
  if (value < 0 && !whole.starts_with('-')) whole.insert(0, 1, '-');
  if (point == text.size()) return whole;
  return whole + (locale == Locale::pt_br ? ',' : '.') + text.substr(point + 1);
}

std::string percent(Locale /*both write it alike*/, double share) {
  if (share > 0 && share < 0.005) return "<1%";
  return fmt::format("{:.0f}%", share * 100);
}

std::string_view month_name(Locale locale, int month) {
  return name_of(months, locale, month - 1);
}
std::string_view short_month(Locale locale, int month) {
  return name_of(short_months, locale, month - 1);
}
std::string date(Locale locale, const LocalTime& day) {
  const auto month = month_name(locale, day.month);
  if (locale == Locale::pt_br) {
    return fmt::format("{}{} de {} de {}", day.day, day.day == 1 ? "º" : "", month, day.year);
  }
  return fmt::format("{} {}, {}", month, day.day, day.year);
}

std::string short_date(Locale locale, const LocalTime& day) {
  if (locale == Locale::pt_br) return fmt::format("{:02}/{:02}/{:04}", day.day, day.month, day.year);
  return fmt::format("{} {}, {}", short_month(locale, day.month), day.day, day.year);
}

std::string date_and_time(Locale locale, const LocalTime& moment) {
  return fmt::format("{} {:02}:{:02}", short_date(locale, moment), moment.hour, moment.minute);
}

std::string month_of(Locale locale, int year, int month) {
  return fmt::format("{} {}{}", month_name(locale, month), locale == Locale::pt_br ? "de " : "", year);
}

std::string short_month_of(Locale locale, int year, int month) {
  return fmt::format("{} {}", short_month(locale, month), year);
}

}  // namespace mrbill::content::locale
