// Checked values out of a parsed document: what the code emitted by contractgen reads with. Each read()
// reports what is wrong and goes on, so that the caller learns everything at once; false means that `to` was
// not filled.
//
//   StringRule name{.min_length = 1, .max_length = 100};
//   read(value, Path(root, "name"), errors, name, request.name);
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <base/clock.hpp>
#include <base/uuid.hpp>
#include <json/errors.hpp>
#include <json/format.hpp>
#include <json/patch.hpp>
#include <json/pattern.hpp>
#include <json/value.hpp>

namespace mrbill::json {

// Whether others see the text: then it is read without what deceives the eye (platform/text/shown.hpp),
// before its other rules.
enum class Shown : std::uint8_t { as_sent, line, prose };

struct StringRule {
  std::size_t min_length = 0;  // code points
  std::size_t max_length = std::numeric_limits<std::size_t>::max();
  const Pattern* pattern = nullptr;
  Format format = Format::none;
  Shown shown = Shown::as_sent;
};
struct IntegerRule {
  std::int64_t minimum = std::numeric_limits<std::int64_t>::min();
  std::int64_t maximum = std::numeric_limits<std::int64_t>::max();
};
struct NumberRule {
  double minimum = std::numeric_limits<double>::lowest();
  double maximum = std::numeric_limits<double>::max();
};
struct BooleanRule {};
struct UuidRule {};
struct TimeRule {};
struct RawRule {};   // any object, kept as JSON text
struct TypeRule {};  // the generated type knows its own rule
template <class Item>
struct ArrayRule {
  Item item;
  std::size_t min_items = 0;
  std::size_t max_items = std::numeric_limits<std::size_t>::max();
};

bool read(const Value& value, const Path& at, Errors& errors, const StringRule& rule, std::string& to);
bool read(const Value& value, const Path& at, Errors& errors, const IntegerRule& rule, std::int64_t& to);
bool read(const Value& value, const Path& at, Errors& errors, const NumberRule& rule, double& to);
bool read(const Value& value, const Path& at, Errors& errors, BooleanRule rule, bool& to);
bool read(const Value& value, const Path& at, Errors& errors, UuidRule rule, Uuid& to);
bool read(const Value& value, const Path& at, Errors& errors, TimeRule rule, Timestamp& to);
bool read(const Value& value, const Path& at, Errors& errors, RawRule rule, std::string& to);

// The position of the value among the names.
[[nodiscard]] std::optional<std::size_t> read_enum(const Value& value, const Path& at, Errors& errors,
                                                   std::span<const std::string_view> names);
// Each known name's value, at that name's place, or null; every other member is reported (where errors
// refuses them). False when it is no object.
[[nodiscard]] bool read_object(const Value& value, const Path& at, Errors& errors,
                               std::span<const std::string_view> known, std::span<const Value*> values);
// The same, whatever else its members are called.
[[nodiscard]] bool read_open_object(const Value& value, const Path& at, Errors& errors,
                                    std::span<const std::string_view> known, std::span<const Value*> values);
// The items; null when it is no array or has too few or too many of them.
[[nodiscard]] const Array* read_array(const Value& value, const Path& at, Errors& errors,
                                      std::size_t min_items, std::size_t max_items);

template <class Rule, class T>
bool read(const Value& value, const Path& at, Errors& errors, const ArrayRule<Rule>& rule,
          std::vector<T>& to) {
  const auto* items = read_array(value, at, errors, rule.min_items, rule.max_items);
  if (items == nullptr) return false;
  to.clear();
  to.reserve(items->size());
  bool good = true;
  for (std::size_t i = 0; i < items->size(); ++i) {
    good = read((*items)[i], Path(at, i), errors, rule.item, to.emplace_back()) && good;
  }
  return good;
}

// Below, value is what a member holds, null where it is not there; at is the object that it is of.

// A field that may be left out.
template <class Rule, class T>
void read_member(const Value* value, std::string_view name, const Path& at, Errors& errors, const Rule& rule,
                 T& to) {
  if (value != nullptr) read(*value, Path(at, name), errors, rule, to);
}
template <class Rule, class T>
void read_member(const Value* value, std::string_view name, const Path& at, Errors& errors, const Rule& rule,
                 std::optional<T>& to) {
  if (value != nullptr) read(*value, Path(at, name), errors, rule, to.emplace());
}
// The same, where null says that there is nothing.
template <class Rule, class T>
void read_nullable(const Value* value, std::string_view name, const Path& at, Errors& errors,
                   const Rule& rule, std::optional<T>& to) {
  if (value != nullptr && !value->is_null()) read(*value, Path(at, name), errors, rule, to.emplace());
}
template <class Rule, class T>
void read_patch(const Value* value, std::string_view name, const Path& at, Errors& errors, const Rule& rule,
                bool nullable, Patch<T>& to) {
  if (value == nullptr) return;
  if (nullable && value->is_null()) {
    to = Patch<T>(std::nullopt);
  } else if (T given{}; read(*value, Path(at, name), errors, rule, given)) {
    to = Patch<T>(std::move(given));
  }
}
// False and an error where it is missing.
bool require(const Value* value, std::string_view name, const Path& at, Errors& errors);

}  // namespace mrbill::json
