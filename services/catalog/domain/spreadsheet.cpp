#include "domain/spreadsheet.hpp"

#include <utility>

namespace mrbill::catalog {
namespace {

using namespace std::chrono;

// A text from left to right.
class Characters {
 public:
  explicit Characters(std::string_view text) : rest_(text) {}
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] char first() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char character) {
    if (first() != character) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Of at most so many digits; its length, to tell a year from a day.
  struct Number {
    int value = 0;
    int digits = 0;
  };
  Number take_number(int max_digits) {
    Number number;
    while (number.digits < max_digits && first() >= '0' && first() <= '9') {
      number.value = number.value * 10 + (first() - '0');
      ++number.digits;
      rest_.remove_prefix(1);
    }
    return number;
  }
  void take_blanks() {
    while (take(' ') || take('\t')) {
    }
  }

 private:
  std::string_view rest_;
};

std::optional<local_days> day_of(int year_, int month_, int day_) {
  if (month_ < 1 || day_ < 1) return std::nullopt;
  const year_month_day date{year{year_}, month{static_cast<unsigned>(month_)},
                            day{static_cast<unsigned>(day_)}};
  return date.ok() ? std::optional(local_days{date}) : std::nullopt;
}

std::optional<local_days> take_date(Characters& text, DateOrder order) {
  const auto first = text.take_number(4);
  const char divider = text.first();
  if (first.digits == 0 || (divider != '-' && divider != '/' && divider != '.')) return std::nullopt;
  text.take(divider);
  const auto second = text.take_number(2);
  if (second.digits == 0 || !text.take(divider)) return std::nullopt;
  const auto third = text.take_number(4);
  if (first.digits == 4 && third.digits > 0 && third.digits <= 2)
    return day_of(first.value, second.value, third.value);
  if (first.digits > 2 || third.digits != 4) return std::nullopt;
  const bool is_month_first = second.value > 12 || (order == DateOrder::month_first && first.value <= 12);
  return is_month_first ? day_of(third.value, first.value, second.value)
                        : day_of(third.value, second.value, first.value);
}

// AM and PM count from 12.
std::optional<int> hour_of(Characters& text, int hour) {
  text.take_blanks();
  const char half = static_cast<char>(text.first() & ~0x20);
  if (half != 'A' && half != 'P') return hour <= 23 ? std::optional(hour) : std::nullopt;
  text.take(text.first());
  if ((text.first() & ~0x20) != 'M' || hour < 1 || hour > 12) return std::nullopt;
  text.take(text.first());
  return hour % 12 + (half == 'P' ? 12 : 0);
}

std::optional<microseconds> take_fraction(Characters& text) {
  if (!text.take('.') && !text.take(',')) return microseconds{0};
  auto fraction = text.take_number(6);
  if (fraction.digits == 0) return std::nullopt;
  for (; fraction.digits < 6; ++fraction.digits) fraction.value *= 10;
  return microseconds{fraction.value};
}

std::optional<microseconds> take_time(Characters& text) {
  const auto hour = text.take_number(2);
  if (hour.digits == 0 || !text.take(':')) return std::nullopt;
  const auto minute = text.take_number(2);
  Characters::Number second{0, 2};
  std::optional<microseconds> fraction{0};
  if (text.take(':')) {
    second = text.take_number(2);
    fraction = take_fraction(text);
  }
  const auto whole_hour = hour_of(text, hour.value);
  if (minute.digits != 2 || minute.value > 59 || second.digits != 2 || second.value > 59 || !fraction ||
      !whole_hour)
    return std::nullopt;
  return hours{*whole_hour} + minutes{minute.value} + seconds{second.value} + *fraction;
}

}  // namespace

std::optional<LocalTime> read_spreadsheet_time(std::string_view text, DateOrder order) {
  Characters characters(text);
  characters.take_blanks();
  const auto date = take_date(characters, order);
  if (!date) return std::nullopt;
  if (!characters.take('T')) characters.take_blanks();
  if (characters.at_end()) return LocalTime(*date);
  const auto time = take_time(characters);
  characters.take_blanks();
  if (!time || !characters.at_end()) return std::nullopt;
  return LocalTime(*date) + *time;
}

// The United States, and English as long as it says no country.
DateOrder date_order_of(std::string_view locale) {
  return locale == "en" || locale == "en-US" ? DateOrder::month_first : DateOrder::day_first;
}

// As our reports have it: Portuguese, or English.
char separator_for(std::string_view locale) {
  return locale == "pt" || locale.starts_with("pt-") ? ';' : ',';
}

}  // namespace mrbill::catalog
