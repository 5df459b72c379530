// A JSON document in memory, as the parser leaves it for the generated readers: members in the order sent,
// numbers as integers where they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mrbill::json {

struct Member;
class Value;
using Array = std::vector<Value>;
using Object = std::vector<Member>;

class Value {
 public:
  Value();
  explicit Value(bool boolean);
  explicit Value(std::int64_t number);
  explicit Value(double number);
  explicit Value(std::string text);
  explicit Value(Array array);
  explicit Value(Object object);

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(held_); }
  // Null pointers when it is something else.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&held_); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&held_); }
  [[nodiscard]] const double* number() const { return std::get_if<double>(&held_); }
  [[nodiscard]] std::string* string() { return std::get_if<std::string>(&held_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&held_); }
  [[nodiscard]] Array* array() { return std::get_if<Array>(&held_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&held_); }
  [[nodiscard]] Object* object() { return std::get_if<Object>(&held_); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&held_); }

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> held_;
};

struct Member {
  std::string name;
  Value value;
};

// Down here, where Member is complete: the variant's parts are destroyed by constructors that throw.
inline Value::Value() = default;
inline Value::Value(bool boolean) : held_(boolean) {}
inline Value::Value(std::int64_t number) : held_(number) {}
inline Value::Value(double number) : held_(number) {}
inline Value::Value(std::string text) : held_(std::move(text)) {}
inline Value::Value(Array array) : held_(std::move(array)) {}
inline Value::Value(Object object) : held_(std::move(object)) {}

// The member's value, or null.
[[nodiscard]] Value* find(Object& object, std::string_view name);

}  // namespace mrbill::json
