// A string that does not print itself. reveal() is the one way to it, so a reader can grep for every use.
#pragma once

#include <string>
#include <utility>

namespace mrbill {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}
  [[nodiscard]] const std::string& reveal() const { return value_; }
  [[nodiscard]] bool empty() const { return value_.empty(); }

 private:
  std::string value_;
};

}  // namespace mrbill
