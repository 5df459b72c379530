// Puts a document together from what comes, one thing after the other. Values wait on a stack until their
// object or array ends; then they lie side by side and move into the memory as they are.
//
//   builder.begin_object();  builder.name("a");  builder.put(Value(true));  builder.end_object();
//   builder.root()
#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include <json/errors.hpp>
#include <json/value.hpp>

namespace mrbill::json {

class Builder {
 public:
  // Both outlive it. A name that an object has twice is an error.
  Builder(Memory& memory, Errors& errors) : memory_(memory), errors_(errors) {
    open_.reserve(8);
    waiting_.reserve(40);
    items_.reserve(16);
  }

  void begin_object() { open_.push_back({waiting_.size(), false, {}}); }
  void begin_array() { open_.push_back({waiting_.size(), true, {}}); }
  void end_object();
  void end_array();
  // Of the member that comes next. Texts live as long as the memory.
  void name(std::string_view name) { open_.back().name = name; }
  void put(Value value) {
    if (open_.empty()) {
      root_ = value;
    } else {
      waiting_.push_back({open_.back().name, value});
    }
  }
  [[nodiscard]] Value root() const { return root_; }

 private:
  // An object or array that is not closed yet: where its values begin among those that wait.
  struct Open {
    std::size_t first;
    bool is_array;
    std::string_view name;
  };
  void close(Value container);
  void report_duplicates(std::span<const Member> members);
  void report_duplicate(std::string_view name);

  Memory& memory_;
  Errors& errors_;
  std::array<std::byte, 3072> first_room_;  // for what waits in a document like most
  std::pmr::monotonic_buffer_resource room_{first_room_.data(), first_room_.size()};
  std::pmr::vector<Open> open_{&room_};
  std::pmr::vector<Member> waiting_{&room_};
  std::pmr::vector<Value> items_{&room_};
  Value root_;
};

}  // namespace mrbill::json
