// Collects every error of a document with the place where it is.
//
//   Path root;                          // ""
//   Path tags{root, "tags"};            // "/tags"
//   Path third{tags, 2};                // "/tags/2"
//   errors.add(third, "too_long", "must be at most 50 characters long");
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <json/field_error.hpp>

namespace mrbill::json {

// Where we are in a document: a chain on the stack, spelled out only when something is wrong there. Parents
// outlive it.
class Path {
 public:
  Path() = default;
  // Outside of a body: "query:page".
  explicit Path(std::string_view label) : key_(label) {}
  Path(const Path& parent, std::string_view key) : parent_(&parent), key_(key) {}
  Path(const Path& parent, std::size_t index) : parent_(&parent), index_(index), is_index_(true) {}

  [[nodiscard]] std::string pointer() const;

 private:
  const Path* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

// Whether a member that its object does not know is an error. A server refuses what it would not heed; a
// client goes on, so that its server may go ahead.
enum class UnknownFields : std::uint8_t { refused, ignored };

class Errors {
 public:
  static constexpr std::size_t max = 100;  // the answer to a hostile body stays small

  Errors() = default;
  explicit Errors(UnknownFields unknown) : unknown_(unknown) {}
  [[nodiscard]] UnknownFields unknown_fields() const { return unknown_; }
  void add(const Path& at, std::string_view code, std::string detail, std::optional<std::int64_t> limit = {});
  void add(FieldError error);
  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] bool full() const { return list_.size() >= max; }
  [[nodiscard]] std::size_t size() const { return list_.size(); }
  [[nodiscard]] std::vector<FieldError> take() { return std::move(list_); }

 private:
  std::vector<FieldError> list_;
  UnknownFields unknown_ = UnknownFields::refused;
};

}  // namespace mrbill::json
