#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <json/reader.hpp>
#include <json/writer.hpp>
#include <text/shown.hpp>
#include <text/text.hpp>

namespace mrbill::json {

namespace {

constexpr double exact_integers = 9'007'199'254'740'992.0;  // 2^53: beyond it a double skips whole numbers

bool refuse(const Path& at, Errors& errors, std::string_view code, std::string detail,
            std::optional<std::int64_t> limit = {}) {
  errors.add(at, code, std::move(detail), limit);
  return false;
}

std::int64_t limit_of(std::size_t count) {
  return static_cast<std::int64_t>(count);
}
std::int64_t limit_of(std::int64_t bound) {
  return bound;
}
// Of a bound that no integer says, none is told.
std::optional<std::int64_t> limit_of(double bound) {
  if (std::trunc(bound) != bound || std::fabs(bound) > exact_integers) return std::nullopt;
  return static_cast<std::int64_t>(bound);
}

template <class Number>
std::string range_detail(Number minimum, Number maximum) {
  std::string detail = "must be between ";
  append_json_number(detail, minimum);
  detail += " and ";
  append_json_number(detail, maximum);
  return detail;
}

template <class Number>
bool within(Number number, Number minimum, Number maximum, const Path& at, Errors& errors) {
  return (number >= minimum && number <= maximum) ||
         refuse(at, errors, "range", range_detail(minimum, maximum),
                limit_of(number < minimum ? minimum : maximum));
}

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return std::to_string(count) + std::string(count == 1 ? one : several);
}

// 1.0 is an integer (JSON Schema 2020-12, section 6.1.1 of the validation part).
std::optional<std::int64_t> integer_in(const Value& value) {
  if (const auto* integer = value.integer()) return *integer;
  const auto* number = value.number();
  if (number == nullptr || std::trunc(*number) != *number || std::fabs(*number) > exact_integers)
    return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

bool is_huge_integer(const Value& value) {
  const auto* number = value.number();
  return number != nullptr && std::trunc(*number) == *number;
}

// A character takes one to four bytes: mostly their number tells enough.
bool is_longer(std::string_view text, std::size_t characters) {
  return text.size() > characters && text::code_points(text) > characters;
}
bool is_shorter(std::string_view text, std::size_t characters) {
  return text.size() / 4 < characters && text::code_points(text) < characters;
}

std::string shown(Shown how, std::string_view text) {
  return how == Shown::line ? text::shown_line(text) : text::shown_prose(text);
}

}  // namespace

bool read(const Value& value, const Path& at, Errors& errors, const StringRule& rule, std::string& to) {
  const auto* sent = value.string();
  if (sent == nullptr) return refuse(at, errors, "type", "must be a string");
  std::string sifted;
  auto text = *sent;
  if (rule.shown != Shown::as_sent && !text::is_shown_as_sent(text)) text = sifted = shown(rule.shown, text);
  if (is_shorter(text, rule.min_length)) {
    return refuse(at, errors, "too_short",
                  "must be at least " + counted(rule.min_length, " character", " characters") + " long",
                  limit_of(rule.min_length));
  }
  if (is_longer(text, rule.max_length)) {
    return refuse(at, errors, "too_long",
                  "must be at most " + counted(rule.max_length, " character", " characters") + " long",
                  limit_of(rule.max_length));
  }
  if (!has_format(rule.format, text)) {
    return refuse(at, errors, "format", "must be " + std::string(to_string(rule.format)));
  }
  if (rule.pattern != nullptr && !matches(*rule.pattern, text)) {
    return refuse(at, errors, "pattern", std::string(rule.pattern->demand));
  }
  to = text;
  return true;
}

bool read(const Value& value, const Path& at, Errors& errors, const IntegerRule& rule, std::int64_t& to) {
  const auto integer = integer_in(value);
  if (!integer && !is_huge_integer(value)) return refuse(at, errors, "type", "must be an integer");
  if (!integer) {
    return refuse(at, errors, "range", range_detail(rule.minimum, rule.maximum),
                  *value.number() < 0 ? rule.minimum : rule.maximum);
  }
  if (!within(*integer, rule.minimum, rule.maximum, at, errors)) return false;
  to = *integer;
  return true;
}

bool read(const Value& value, const Path& at, Errors& errors, const NumberRule& rule, double& to) {
  const auto* integer = value.integer();
  const auto* number = value.number();
  if (integer == nullptr && number == nullptr) return refuse(at, errors, "type", "must be a number");
  const auto given = integer != nullptr ? static_cast<double>(*integer) : *number;
  if (!within(given, rule.minimum, rule.maximum, at, errors)) return false;
  to = given;
  return true;
}

bool read(const Value& value, const Path& at, Errors& errors, BooleanRule, bool& to) {
  const auto* boolean = value.boolean();
  if (boolean == nullptr) return refuse(at, errors, "type", "must be true or false");
  to = *boolean;
  return true;
}

bool read(const Value& value, const Path& at, Errors& errors, UuidRule, Uuid& to) {
  const auto* text = value.string();
  if (text == nullptr) return refuse(at, errors, "type", "must be a string");
  const auto uuid = Uuid::parse(*text);
  if (!uuid) return refuse(at, errors, "format", "must be a UUID");
  to = *uuid;
  return true;
}

bool read(const Value& value, const Path& at, Errors& errors, TimeRule, Timestamp& to) {
  const auto* text = value.string();
  if (text == nullptr) return refuse(at, errors, "type", "must be a string");
  const auto time = from_rfc3339(*text);
  if (!time) return refuse(at, errors, "format", "must be a time like 2026-01-31T09:05:00.123Z (RFC 3339)");
  to = *time;
  return true;
}

bool read(const Value& value, const Path& at, Errors& errors, RawRule, std::string& to) {
  if (value.object() == nullptr) return refuse(at, errors, "type", "must be an object");
  to.clear();
  append_json_value(to, value);
  return true;
}

std::optional<std::size_t> read_enum(const Value& value, const Path& at, Errors& errors,
                                     std::span<const std::string_view> names) {
  const auto* text = value.string();
  if (text == nullptr) {
    errors.add(at, "type", "must be a string");
    return std::nullopt;
  }
  const auto found = std::ranges::find(names, *text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string detail = "must be one of";
  for (auto name : names) (detail += name == names.front() ? " " : ", ") += name;
  errors.add(at, "enum", std::move(detail));
  return std::nullopt;
}

namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

// Members mostly come in the order of the known names: looked for first is the one that is likely next.
std::size_t place_among(std::span<const std::string_view> known, std::string_view name, std::size_t likely) {
  if (likely < known.size() && known[likely] == name) return likely;
  const auto found = std::ranges::find(known, name);
  return found == known.end() ? nowhere : static_cast<std::size_t>(found - known.begin());
}

bool place_members(const Value& value, const Path& at, Errors& errors,
                   std::span<const std::string_view> known, UnknownFields unknown,
                   std::span<const Value*> values) {
  const auto* object = value.object();
  if (object == nullptr) return refuse(at, errors, "type", "must be an object");
  std::size_t likely = 0;
  for (const auto& member : *object) {
    const auto place = place_among(known, member.name, likely);
    if (place != nowhere) {
      values[place] = &member.value;
      likely = place + 1;
    } else if (unknown == UnknownFields::refused) {
      if (!errors.full()) errors.add(Path(at, member.name), "unknown_field", "is not a known field");
    }
  }
  return true;
}

}  // namespace

bool read_open_object(const Value& value, const Path& at, Errors& errors,
                      std::span<const std::string_view> known, std::span<const Value*> values) {
  return place_members(value, at, errors, known, UnknownFields::ignored, values);
}

bool read_object(const Value& value, const Path& at, Errors& errors, std::span<const std::string_view> known,
                 std::span<const Value*> values) {
  return place_members(value, at, errors, known, errors.unknown_fields(), values);
}

const Array* read_array(const Value& value, const Path& at, Errors& errors, std::size_t min_items,
                        std::size_t max_items) {
  const auto* array = value.array();
  if (array == nullptr) {
    errors.add(at, "type", "must be an array");
  } else if (array->size() < min_items) {
    errors.add(at, "too_few", "must have at least " + counted(min_items, " item", " items"),
               limit_of(min_items));
  } else if (array->size() > max_items) {
    errors.add(at, "too_many", "must have at most " + counted(max_items, " item", " items"),
               limit_of(max_items));
  } else {
    return array;
  }
  return nullptr;
}

bool require(const Value* value, std::string_view name, const Path& at, Errors& errors) {
  if (value != nullptr) return true;
  errors.add(Path(at, name), "required", "is required");
  return false;
}

}  // namespace mrbill::json
