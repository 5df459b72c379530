// A field of a JSON Merge Patch (RFC 7396): left out, null, or a new value.
//
//   patch.description.apply_to(poc.description);   // left out: stays; null: emptied; value: taken
#pragma once

#include <optional>
#include <utility>

namespace mrbill::json {

template <class T>
class Patch {
 public:
  Patch() = default;  // left out
  explicit Patch(std::nullopt_t) : present_(true) {}
  explicit Patch(T value) : value_(std::move(value)), present_(true) {}

  [[nodiscard]] bool is_absent() const { return !present_; }
  [[nodiscard]] bool is_null() const { return present_ && !value_; }
  [[nodiscard]] bool has_value() const { return value_.has_value(); }
  [[nodiscard]] const T& value() const { return value_.value(); }

  bool operator==(const Patch&) const = default;

  void apply_to(std::optional<T>& field) const {
    if (present_) field = value_;
  }
  // For fields that cannot be empty; the contract refuses null for them.
  void apply_to(T& field) const {
    if (value_) field = *value_;
  }

 private:
  std::optional<T> value_;
  bool present_ = false;
};

}  // namespace mrbill::json

namespace mrbill {
using json::Patch;
}
