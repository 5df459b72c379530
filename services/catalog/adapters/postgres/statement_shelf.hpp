// Statements that are put together from parts: each once, and then there for as long as its shelf.
//
//   static thread_local StatementShelf shelf;
//   const auto make = [&] { return MadeStatement{"facets_" + shape.name(), sql_of(shape)}; };
//   const auto& made = shelf.get(shape.index(), make);
//   co_await database.query(scope, made, arguments);
#pragma once

#include <cstddef>
#include <map>

#include <postgres/statement.hpp>

namespace mrbill::catalog {

using postgres::MadeStatement;

class StatementShelf {
 public:
  // The same reference for the same key.
  template <class Make>
  [[nodiscard]] const MadeStatement& get(std::size_t key, Make make) {
    const auto found = made_.find(key);
    return found != made_.end() ? found->second : made_.emplace(key, make()).first->second;
  }

 private:
  std::map<std::size_t, MadeStatement> made_;
};

}  // namespace mrbill::catalog
