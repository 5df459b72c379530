#include <array>

#include <fmt/format.h>

#include <base/clock.hpp>

namespace mrbill {

namespace {

using namespace std::chrono;

// Reads exactly `digits` decimal digits at `at`, moving on; nothing if one is missing.
std::optional<int> take_digits(std::string_view text, std::size_t& at, std::size_t digits) {
  if (text.size() - at < digits) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const char c = text[at + i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  at += digits;
  return value;
}

bool take(std::string_view text, std::size_t& at, char upper, char lower) {
  if (at >= text.size() || (text[at] != upper && text[at] != lower)) return false;
  ++at;
  return true;
}

// A fraction of a second: 1 to 9 digits, cut at microseconds.
std::optional<microseconds> take_fraction(std::string_view text, std::size_t& at) {
  if (at >= text.size() || text[at] != '.') return microseconds{0};
  ++at;
  std::int64_t value = 0;
  int digits = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits) {
    if (digits < 6) value = value * 10 + (text[at] - '0');
  }
  if (digits == 0 || digits > 9) return std::nullopt;
  for (int i = digits; i < 6; ++i) value *= 10;
  return microseconds{value};
}

// With its colon, or without it, as ISO 8601 allows and Python's %z writes.
std::optional<minutes> take_offset(std::string_view text, std::size_t& at) {
  if (take(text, at, 'Z', 'z')) return minutes{0};
  const bool behind = at < text.size() && text[at] == '-';
  if (!take(text, at, '+', '-')) return std::nullopt;
  const auto h = take_digits(text, at, 2);
  take(text, at, ':', ':');
  const auto m = take_digits(text, at, 2);
  if (!h || !m || *h > 23 || *m > 59) return std::nullopt;
  const minutes offset{*h * 60 + *m};
  return behind ? -offset : offset;
}

// The moment that the first 19 characters tell: "2026-01-31T09:05:00", the T in either case.
std::optional<sys_seconds> seconds_of(std::string_view text) {
  if (text.size() < 19) return std::nullopt;
  bool is_one = text[4] == '-' && text[7] == '-' && (text[10] == 'T' || text[10] == 't') && text[13] == ':' &&
                text[16] == ':';
  const auto two_digits = [&](std::size_t at) {
    const auto tens = static_cast<unsigned>(text[at] - '0');
    const auto ones = static_cast<unsigned>(text[at + 1] - '0');
    is_one = is_one && tens < 10 && ones < 10;
    return tens * 10 + ones;
  };
  const auto y = two_digits(0) * 100 + two_digits(2);
  const year_month_day date{year{static_cast<int>(y)}, month{two_digits(5)}, day{two_digits(8)}};
  const auto h = two_digits(11), m = two_digits(14), s = two_digits(17);
  if (!is_one || y == 0 || !date.ok() || h > 23 || m > 59 || s > 59) return std::nullopt;
  return sys_days{date} + hours{h} + minutes{m} + seconds{s};
}

// `digits` digits of number and what comes after them.
char* put(char* at, unsigned number, int digits, char after) {
  for (int i = digits - 1; i >= 0; --i, number /= 10) at[i] = static_cast<char>('0' + number % 10);
  at[digits] = after;
  return at + digits + 1;
}

char* put_year(char* at, int year) {
  if (year >= 0 && year <= 9999) return put(at, static_cast<unsigned>(year), 4, '-');
  return fmt::format_to(at, "{:04}-", year);
}

}  // namespace

Timestamp SystemClock::now() const {
  return time_point_cast<microseconds>(system_clock::now());
}

std::string to_rfc3339(Timestamp time) {
  std::string text;
  append_rfc3339(text, time);
  return text;
}

// By hand: a page of POCs has forty of these, and a formatter that reads its own pattern each time is a tenth
// of the request.
void append_rfc3339(std::string& out, Timestamp time) {
  const auto midnight = floor<days>(time);
  const year_month_day date{midnight};
  const hh_mm_ss clock{floor<milliseconds>(time - midnight)};
  std::array<char, 32> text;
  auto* at = put_year(text.data(), static_cast<int>(date.year()));
  at = put(at, static_cast<unsigned>(date.month()), 2, '-');
  at = put(at, static_cast<unsigned>(date.day()), 2, 'T');
  at = put(at, static_cast<unsigned>(clock.hours().count()), 2, ':');
  at = put(at, static_cast<unsigned>(clock.minutes().count()), 2, ':');
  at = put(at, static_cast<unsigned>(clock.seconds().count()), 2, '.');
  at = put(at, static_cast<unsigned>(clock.subseconds().count()), 3, 'Z');
  out.append(text.data(), at);
}

std::optional<Timestamp> from_rfc3339(std::string_view text) {
  const auto told = seconds_of(text);
  if (!told) return std::nullopt;
  std::size_t at = 19;
  const auto fraction = take_fraction(text, at);
  if (!fraction) return std::nullopt;
  const auto offset = take_offset(text, at);
  if (!offset || at != text.size()) return std::nullopt;
  const Timestamp moment = *told + *fraction - *offset;
  const year_month_day shown{floor<days>(moment)};
  if (shown.year() < year{1} || shown.year() > year{9999}) return std::nullopt;
  return moment;
}

}  // namespace mrbill
