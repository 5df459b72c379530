#include <array>
#include <charconv>
#include <cmath>

#include <json/writer.hpp>

namespace mrbill::json {

namespace {

// The character after the backslash, 'u' for the long form, 0 for what stays as it is.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < 0x20; ++i) table[i] = 'u';
  table['"'] = '"';
  table['\\'] = '\\';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table[0x7F] = 'u';
  return table;
}();

void append_escape(std::string& out, unsigned char character, char escape) {
  out += '\\';
  out += escape;
  if (escape != 'u') return;
  constexpr std::string_view digits = "0123456789abcdef";
  out += "00";
  out += digits[character >> 4U];
  out += digits[character & 15U];
}

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
  out.append(text.data(), end.ptr);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto character = static_cast<unsigned char>(text[i]);
    const char escape = escapes[character];
    if (escape == 0) continue;
    out.append(text, copied, i - copied);
    append_escape(out, character, escape);
    copied = i + 1;
  }
  out.append(text, copied);
  out += '"';
}

void append_json_number(std::string& out, std::int64_t number) {
  append_number(out, number);
}

void append_json_number(std::string& out, double number) {
  if (std::isfinite(number)) {
    append_number(out, number);
  } else {
    out += "null";
  }
}

void append_json(std::string& out, const Uuid& uuid) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<char, 38> text{};
  auto* at = text.data();
  *at++ = '"';
  for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) *at++ = '-';
    *at++ = digits[uuid.bytes[i] >> 4U];
    *at++ = digits[uuid.bytes[i] & 15U];
  }
  *at = '"';
  out.append(text.data(), text.size());
}

void append_json(std::string& out, Timestamp time) {
  out += '"';
  append_rfc3339(out, time);
  out += '"';
}

void append_json_value(std::string& out, const Value& value) {
  if (value.is_null()) {
    out += "null";
  } else if (const auto* boolean = value.boolean()) {
    append_json(out, *boolean);
  } else if (const auto* integer = value.integer()) {
    append_json(out, *integer);
  } else if (const auto* number = value.number()) {
    append_json(out, *number);
  } else if (const auto* text = value.string()) {
    append_json_string(out, *text);
  } else if (const auto* array = value.array()) {
    out += '[';
    for (bool first = true; const auto& item : *array) {
      if (!std::exchange(first, false)) out += ',';
      append_json_value(out, item);
    }
    out += ']';
  } else if (const auto* object = value.object()) {
    out += '{';
    for (bool first = true; const auto& [name, member] : *object) {
      if (!std::exchange(first, false)) out += ',';
      append_json_string(out, name);
      out += ':';
      append_json_value(out, member);
    }
    out += '}';
  }
}

}  // namespace mrbill::json
