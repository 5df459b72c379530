// Values as PostgreSQL's text format, both ways: exact, readable in a trace, and indifferent to whether a
// column is int4 or int8. (Every connection speaks UTF-8, ISO dates and UTC: target.cpp.)
//
//   Arguments arguments = encode_all(poc_id, name, std::optional<std::string>{},
//   std::vector<std::string>{"c++", "a,b"});
//
// A type of yours: specialise Codec with encode (append to out) and decode (nothing for text that is
// not one).
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <base/clock.hpp>
#include <base/encoding.hpp>
#include <base/uuid.hpp>
#include <postgres/error.hpp>

namespace mrbill::postgres {

// json or jsonb, unparsed. (Json and Bytes have constructors because g++ 12 destroys a temporary aggregate
// inside a co_await expression twice.)
struct Json {
  Json() = default;
  explicit Json(std::string its_text) : text(std::move(its_text)) {}
  std::string text;
  bool operator==(const Json&) const = default;
};

// bytea.
struct Bytes {
  Bytes() = default;
  explicit Bytes(std::string its_data) : data(std::move(its_data)) {}
  std::string data;
  bool operator==(const Bytes&) const = default;
};

template <class T>
struct Codec;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

// Parameters one after the other in one buffer, each ended by NUL as libpq wants them.
class Arguments {
 public:
  template <class T>
  void add(const T& value) {
    if constexpr (std::is_same_v<T, std::nullopt_t>) {
      add_null();
    } else if constexpr (is_optional<T>) {
      value ? add(*value) : add_null();
    } else {
      const auto start = buffer_.size();
      Codec<T>::encode(value, buffer_);
      end(start);
    }
  }
  // An array of what `of` finds in each item, no value copied before it is written.
  template <class Items, class Of>
  void add_array(const Items& items, Of of);
  void add_null() { starts_.push_back(null); }
  void reserve(std::size_t count) { starts_.reserve(count); }
  [[nodiscard]] std::size_t size() const { return starts_.size(); }
  [[nodiscard]] std::vector<const char*> pointers() const;             // into this object; nullptr is NULL
  [[nodiscard]] const std::string& packed() const { return buffer_; }  // all but NULLs, each ended by NUL

 private:
  static constexpr std::size_t null = static_cast<std::size_t>(-1);
  void end(std::size_t start);  // throws StatementError 22021 when the text holds a NUL
  std::string buffer_;
  std::vector<std::size_t> starts_;
};

template <class... A>
[[nodiscard]] Arguments encode_all(const A&... values) {
  Arguments arguments;
  arguments.reserve(sizeof...(A));
  (arguments.add(values), ...);
  return arguments;
}

template <>
struct Codec<bool> {
  static void encode(bool value, std::string& out) { out += value ? 't' : 'f'; }
  static std::optional<bool> decode(std::string_view text);
};

template <class I>
  requires(std::integral<I> && !std::same_as<I, bool> && !std::same_as<I, char>)
struct Codec<I> {
  static void encode(I value, std::string& out) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  static std::optional<I> decode(std::string_view text) {
    I value{};
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
  }
};

template <>
struct Codec<double> {
  static void encode(double value, std::string& out);  // the shortest text that reads back the same
  static std::optional<double> decode(std::string_view text);
};

template <>
struct Codec<std::string> {
  static void encode(const std::string& value, std::string& out) { out += value; }
  static std::optional<std::string> decode(std::string_view text) { return std::string(text); }
};

// Decoded, it is a view into the rows.
template <>
struct Codec<std::string_view> {
  static void encode(std::string_view value, std::string& out) { out += value; }
  static std::optional<std::string_view> decode(std::string_view text) { return text; }
};

template <>
struct Codec<const char*> {
  static void encode(const char* value, std::string& out) { out += value; }
};
template <>
struct Codec<char*> : Codec<const char*> {};
template <std::size_t N>
struct Codec<char[N]> : Codec<const char*> {};

template <>
struct Codec<Json> {
  static void encode(const Json& value, std::string& out) { out += value.text; }
  static std::optional<Json> decode(std::string_view text) { return Json{std::string(text)}; }
};

template <>
struct Codec<Bytes> {
  static void encode(const Bytes& value, std::string& out);
  static std::optional<Bytes> decode(std::string_view text);
};

// A bytea of 32.
template <>
struct Codec<Sha256> {
  static void encode(const Sha256& value, std::string& out);
  static std::optional<Sha256> decode(std::string_view text);
};

// An enumeration that is kept as its word: to_string writes it, Parse reads it (nothing for another text).
//
//   template <>
//   struct Codec<Role> : WordCodec<Role, parse_role> {};
template <class E, auto Parse>
struct WordCodec {
  static void encode(E value, std::string& out) { out += to_string(value); }
  static std::optional<E> decode(std::string_view text) { return Parse(text); }
};

template <>
struct Codec<Uuid> {
  static void encode(const Uuid& value, std::string& out) { out += value.to_string(); }
  static std::optional<Uuid> decode(std::string_view text) { return Uuid::parse(text); }
};

template <class Tag>
struct Codec<Id<Tag>> {
  static void encode(const Id<Tag>& value, std::string& out) { Codec<Uuid>::encode(value.uuid, out); }
  static std::optional<Id<Tag>> decode(std::string_view text) { return Id<Tag>::parse(text); }
};

// timestamptz, exact to the microsecond.
template <>
struct Codec<Timestamp> {
  static void encode(Timestamp value, std::string& out);
  static std::optional<Timestamp> decode(std::string_view text);
};

// One-dimensional arrays: the elements' texts, nothing for NULL.
using Elements = std::vector<std::optional<std::string>>;
void append_quoted(std::string_view element, std::string& out);
[[nodiscard]] std::optional<Elements> split_array(std::string_view text);

template <class E>
void append_element(const E& value, std::string& out) {
  if constexpr (is_optional<E>) {
    value ? append_element(*value, out) : static_cast<void>(out += "NULL");
  } else if constexpr (std::convertible_to<const E&, std::string_view>) {
    append_quoted(value, out);
  } else {
    std::string element;
    Codec<E>::encode(value, element);
    append_quoted(element, out);
  }
}

template <class Items, class Of>
void append_array(const Items& items, Of of, std::string& out) {
  out += '{';
  const char* separator = "";
  for (const auto& item : items) {
    out += separator;
    separator = ",";
    append_element(of(item), out);
  }
  out += '}';
}

template <class Items, class Of>
void Arguments::add_array(const Items& items, Of of) {
  const auto start = buffer_.size();
  append_array(items, of, buffer_);
  end(start);
}

template <class T>
struct Codec<std::vector<T>> {
  static void encode(const std::vector<T>& values, std::string& out) {
    append_array(values, std::identity(), out);
  }

  static std::optional<std::vector<T>> decode(std::string_view text) {
    auto elements = split_array(text);
    if (!elements) return std::nullopt;
    std::vector<T> values;
    values.reserve(elements->size());
    for (auto& element : *elements) {
      if (!decode_element(element, values)) return std::nullopt;
    }
    return values;
  }

 private:
  static bool decode_element(std::optional<std::string>& element, std::vector<T>& values) {
    if constexpr (std::is_same_v<T, std::string>) {
      if (element) values.push_back(std::move(*element));
      return element.has_value();
    } else if constexpr (is_optional<T>) {
      if (!element) return values.emplace_back(std::nullopt), true;
      auto value = Codec<typename T::value_type>::decode(*element);
      if (value) values.emplace_back(std::move(*value));
      return value.has_value();
    } else {
      if (!element) return false;
      auto value = Codec<T>::decode(*element);
      if (value) values.push_back(std::move(*value));
      return value.has_value();
    }
  }
};

}  // namespace mrbill::postgres
