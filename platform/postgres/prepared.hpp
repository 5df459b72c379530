// Which statements a connection has prepared: the most recently used ones, so that a program with ever new
// names cannot fill the server's memory.
#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <postgres/statement.hpp>

namespace mrbill::postgres {

class Prepared {
 public:
  explicit Prepared(std::size_t max) : max_(max) {}

  // Whether it is prepared already; if so it counts as used now. CHECKs that a name always means the
  // same SQL.
  [[nodiscard]] bool has(const Statement& statement);
  // Remembers it; returns the name of the one that had to go.
  [[nodiscard]] std::optional<std::string> add(const Statement& statement);
  void forget(std::string_view name);
  [[nodiscard]] std::size_t size() const { return by_name_.size(); }

 private:
  struct Entry {
    std::string name;
    std::string sql;
  };
  std::size_t max_;
  std::list<Entry> newest_first_;
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_name_;  // keys lie in the entries
};

}  // namespace mrbill::postgres
