// JSON out, directly into a string: what the generated mapping writes with.
//
//   append_json(out, "a \"b\"");   append_json(out, 42);   append_json(out, std::optional<Uuid>{});   // null
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <base/clock.hpp>
#include <base/uuid.hpp>
#include <json/patch.hpp>
#include <json/value.hpp>

namespace mrbill::json {

// Appends text as a JSON string with quotes; the text is valid UTF-8.
void append_json_string(std::string& out, std::string_view text);
void append_json_number(std::string& out, std::int64_t number);
void append_json_number(std::string& out,
                        double number);  // the shortest form that reads back the same; null if not finite
void append_json_value(std::string& out, const Value& value);

inline void append_json(std::string& out, std::string_view text) {
  append_json_string(out, text);
}
inline void append_json(std::string& out, const std::string& text) {
  append_json_string(out, text);
}
inline void append_json(std::string& out, std::int64_t number) {
  append_json_number(out, number);
}
inline void append_json(std::string& out, double number) {
  append_json_number(out, number);
}
inline void append_json(std::string& out, bool boolean) {
  out += boolean ? "true" : "false";
}
void append_json(std::string& out, const Uuid& uuid);
void append_json(std::string& out, Timestamp time);
void append_json(std::string& out, const char* text) = delete;  // would be taken for a boolean

// The next member of an object, after a comma where it is not the first. key: with its quotes and its colon.
inline void begin_member(std::string& out, std::string_view key) {
  if (!out.ends_with('{')) out += ',';
  out += key;
}

template <class T>
void append_json(std::string& out, const std::optional<T>& field) {
  if (field) {
    append_json(out, *field);
  } else {
    out += "null";
  }
}

template <class T>
void append_json(std::string& out, const std::vector<T>& list) {
  out += '[';
  for (bool first = true; const auto& item : list) {
    if (!std::exchange(first, false)) out += ',';
    append_json(out, item);
  }
  out += ']';
}

// One that is not absent.
template <class T>
void append_json(std::string& out, const Patch<T>& field) {
  if (field.has_value()) {
    append_json(out, field.value());
  } else {
    out += "null";
  }
}

}  // namespace mrbill::json
