// A JSON document in memory, as the parser leaves it for the generated readers: members in the order sent,
// numbers as integers where they are. It lies flat: a value is small and copied freely, its text, items or
// members lie in a memory that outlives it.
//
//   Memory memory;
//   const Value list(memory.keep(items));   // an array of them
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace mrbill::json {

struct Member;
class Value;

// What an array or an object holds. A span that may be named before its element is complete.
template <class T>
class Run {
 public:
  Run() = default;
  Run(T* first, std::size_t size) : first_(first), size_(size) {}
  [[nodiscard]] T* begin() const { return first_; }
  [[nodiscard]] T* end() const { return first_ + size_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] T& front() const { return *first_; }
  [[nodiscard]] T& operator[](std::size_t at) const { return first_[at]; }

 private:
  T* first_ = nullptr;
  std::size_t size_ = 0;
};
using Array = Run<Value>;
using Object = Run<Member>;

class Value {
 public:
  Value() = default;
  explicit Value(std::same_as<bool> auto boolean) : held_(boolean) {}
  explicit Value(std::int64_t number) : held_(number) {}
  explicit Value(double number) : held_(number) {}
  explicit Value(std::string_view text) : held_(text) {}
  explicit Value(std::string&& text) = delete;  // who would keep it?
  explicit Value(Array array) : held_(array) {}
  explicit Value(Object object) : held_(object) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(held_); }
  // Null pointers when it is something else.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&held_); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&held_); }
  [[nodiscard]] const double* number() const { return std::get_if<double>(&held_); }
  [[nodiscard]] const std::string_view* string() const { return std::get_if<std::string_view>(&held_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&held_); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&held_); }

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string_view, Array, Object> held_;
};

struct Member {
  std::string_view name;
  Value value;
};

// Holds what values are views of. A document like most needs no other than its own first room.
class Memory {
 public:
  Memory() = default;
  ~Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;

  // Copies that live as long as it does.
  std::string_view keep(std::string_view text) { return {copy(text.data(), text.size()), text.size()}; }
  Array keep(std::span<const Value> items) { return {copy(items.data(), items.size()), items.size()}; }
  Object keep(std::span<const Member> members) {
    return {copy(members.data(), members.size()), members.size()};
  }

 private:
  template <class T>
  T* copy(const T* from, std::size_t count) {
    auto* to = static_cast<T*>(more_.allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_copy_n(from, count, to);
    return to;
  }

  std::array<std::byte, 4096> first_;
  std::pmr::monotonic_buffer_resource more_{first_.data(), first_.size()};
};

// The member's value, or null.
[[nodiscard]] Value* find(Object object, std::string_view name);

}  // namespace mrbill::json
