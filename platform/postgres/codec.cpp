#include <cmath>
#include <cstring>

#include <fmt/format.h>

#include <base/encoding.hpp>
#include <base/number.hpp>
#include <postgres/codec.hpp>

namespace mrbill::postgres {

std::vector<const char*> Arguments::pointers() const {
  std::vector<const char*> pointers;
  pointers.reserve(starts_.size());
  for (auto start : starts_) pointers.push_back(start == null ? nullptr : buffer_.data() + start);
  return pointers;
}

// libpq would cut the text at the NUL, and PostgreSQL's text cannot hold one: refused as the server refuses
// other bytes that are not text (22021, character_not_in_repertoire).
void Arguments::end(std::size_t start) {
  if (buffer_.find('\0', start) != std::string::npos) {
    throw StatementError("22021", "", "a parameter holds a NUL character, which PostgreSQL's text cannot");
  }
  buffer_ += '\0';
  starts_.push_back(start);
}

std::optional<bool> Codec<bool>::decode(std::string_view text) {
  if (text == "t") return true;
  if (text == "f") return false;
  return std::nullopt;
}

void Codec<double>::encode(double value, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{}", value);
}

std::optional<double> Codec<double>::decode(std::string_view text) {
  return number_in<double>(text);
}

void Codec<Bytes>::encode(const Bytes& value, std::string& out) {
  out += "\\x";
  out += to_hex(as_bytes(value.data));
}

std::optional<Bytes> Codec<Bytes>::decode(std::string_view text) {
  if (!text.starts_with("\\x")) return std::nullopt;
  auto data = from_hex(text.substr(2));
  return data ? std::optional(Bytes{std::move(*data)}) : std::nullopt;
}

void Codec<Sha256>::encode(const Sha256& value, std::string& out) {
  out += "\\x";
  out += to_hex(value);
}

std::optional<Sha256> Codec<Sha256>::decode(std::string_view text) {
  const auto bytes = Codec<Bytes>::decode(text);
  Sha256 value{};
  if (!bytes || bytes->data.size() != value.size()) return std::nullopt;
  std::memcpy(value.data(), bytes->data.data(), value.size());
  return value;
}

void append_quoted(std::string_view element, std::string& out) {
  out += '"';
  for (char c : element) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

namespace {

// Reads a text from the front, piece by piece; once a piece is missing, everything after it is too.
class TextCursor {
 public:
  explicit TextCursor(std::string_view text) : rest_(text) {}
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

  bool skip(std::string_view piece) {
    if (!rest_.starts_with(piece)) return false;
    rest_.remove_prefix(piece.size());
    return true;
  }
  void expect(std::string_view piece) { good_ = skip(piece) && good_; }
  char next() {
    char c = peek();
    good_ = good_ && !rest_.empty();
    if (!rest_.empty()) rest_.remove_prefix(1);
    return c;
  }
  // What stands before the first character that ends it, or all the rest.
  std::string_view until(bool (*ends)(char)) {
    std::size_t size = 0;
    while (size < rest_.size() && !ends(rest_[size])) ++size;
    const auto piece = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return piece;
  }
  void expect_more() { good_ = good_ && !rest_.empty(); }
  int number(std::size_t min_digits, std::size_t max_digits) {
    int value = 0;
    std::size_t digits = 0;
    for (; digits < max_digits && peek() >= '0' && peek() <= '9'; ++digits)
      value = value * 10 + (next() - '0');
    good_ = good_ && digits >= min_digits;
    last_digits_ = digits;
    return value;
  }
  [[nodiscard]] std::size_t last_digits() const { return last_digits_; }

 private:
  std::string_view rest_;
  std::size_t last_digits_ = 0;
  bool good_ = true;
};

std::chrono::microseconds read_time_of_day(TextCursor& in) {
  std::chrono::microseconds time = std::chrono::hours(in.number(2, 2));
  in.expect(":");
  time += std::chrono::minutes(in.number(2, 2));
  in.expect(":");
  time += std::chrono::seconds(in.number(2, 2));
  if (!in.skip(".")) return time;
  auto fraction = in.number(1, 6);
  for (auto digits = in.last_digits(); digits < 6; ++digits) fraction *= 10;
  return time + std::chrono::microseconds(fraction);
}

std::chrono::seconds read_offset(TextCursor& in) {
  const int sign = in.skip("-") ? -1 : 1;
  if (sign > 0) in.expect("+");
  std::chrono::seconds offset = std::chrono::hours(in.number(2, 2));
  if (in.skip(":")) offset += std::chrono::minutes(in.number(2, 2));
  if (in.skip(":")) offset += std::chrono::seconds(in.number(2, 2));
  return sign * offset;
}

bool ends_quoted(char c) {
  return c == '"' || c == '\\';
}
bool ends_bare(char c) {
  return c == ',' || c == '}' || c == '\\';
}

int two_digits(const char* at) {
  return (at[0] - '0') * 10 + (at[1] - '0');
}

// "2026-01-31 09:05:00.123456+00", the form of nearly all: no step of it can fail once its characters are
// known. Nothing for others.
std::optional<Timestamp> read_usual_timestamp(std::string_view text) {
  constexpr std::string_view form = "0000-00-00 00:00:00";
  if (text.size() < form.size() + 3 || !text.ends_with("+00")) return std::nullopt;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool fits = form[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == form[i];
    if (!fits) return std::nullopt;
  }
  std::int64_t fraction = 0;
  if (const auto digits = text.substr(form.size(), text.size() - form.size() - 3); !digits.empty()) {
    if (digits.front() != '.' || digits.size() < 2 || digits.size() > 7) return std::nullopt;
    for (std::size_t i = 1; i <= 6; ++i) {
      const char digit = i < digits.size() ? digits[i] : '0';
      if (digit < '0' || digit > '9') return std::nullopt;
      fraction = fraction * 10 + (digit - '0');
    }
  }
  const auto* at = text.data();
  const std::chrono::year_month_day date{std::chrono::year(two_digits(at) * 100 + two_digits(at + 2)),
                                         std::chrono::month(static_cast<unsigned>(two_digits(at + 5))),
                                         std::chrono::day(static_cast<unsigned>(two_digits(at + 8)))};
  if (!date.ok()) return std::nullopt;
  return Timestamp(std::chrono::sys_days(date)) + std::chrono::hours(two_digits(at + 11)) +
         std::chrono::minutes(two_digits(at + 14)) + std::chrono::seconds(two_digits(at + 17)) +
         std::chrono::microseconds(fraction);
}

// A bare word up to the next separator, or a quoted one with its escapes undone.
std::optional<std::string> read_element(TextCursor& in) {
  std::string element;
  if (in.skip("\"")) {
    while (in.good() && !in.skip("\"")) {
      element += in.until(ends_quoted);
      if (in.skip("\\")) element += in.next();
      in.expect_more();
    }
    return element;
  }
  while (in.good() && in.peek() != ',' && in.peek() != '}') {
    element += in.until(ends_bare);
    if (in.skip("\\")) element += in.next();
    in.expect_more();
  }
  if (element == "NULL") return std::nullopt;
  return element;
}

}  // namespace

void Codec<Timestamp>::encode(Timestamp value, std::string& out) {
  const auto day = std::chrono::floor<std::chrono::days>(value);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{value - day};
  const int year = static_cast<int>(date.year());
  fmt::format_to(std::back_inserter(out), "{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:06}+00{}",
                 year > 0 ? year : 1 - year, static_cast<unsigned>(date.month()),
                 static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(),
                 time.seconds().count(), time.subseconds().count(), year > 0 ? "" : " BC");
}

std::optional<Timestamp> Codec<Timestamp>::decode(std::string_view text) {
  if (const auto usual = read_usual_timestamp(text)) return usual;
  TextCursor in(text);
  int year = in.number(4, 6);
  in.expect("-");
  const auto month = static_cast<unsigned>(in.number(2, 2));
  in.expect("-");
  const auto day = static_cast<unsigned>(in.number(2, 2));
  in.expect(" ");
  const auto time = read_time_of_day(in);
  const auto offset = read_offset(in);
  if (in.skip(" BC")) year = 1 - year;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!in.good() || !in.at_end() || !date.ok()) return std::nullopt;
  return Timestamp(std::chrono::sys_days(date)) + time - offset;
}

std::optional<Elements> split_array(std::string_view text) {
  if (const auto bounds = text.find("={"); text.starts_with('[') && bounds != std::string_view::npos) {
    text.remove_prefix(bounds + 1);  // [2:4]={...}: only where it begins to count, which nobody here asks
  }
  TextCursor in(text);
  Elements elements;
  in.expect("{");
  while (in.good() && !in.skip("}")) {
    if (!elements.empty()) in.expect(",");
    if (in.peek() == '{') return std::nullopt;  // more than one dimension
    elements.push_back(read_element(in));
  }
  if (!in.good() || !in.at_end()) return std::nullopt;
  return elements;
}

}  // namespace mrbill::postgres
