// What is sent: a statement, and one with its parameters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <base/check.hpp>
#include <postgres/codec.hpp>

namespace mrbill::postgres {

// PostgreSQL keeps so much of a name and drops the rest without a word: two that begin alike would be one.
inline constexpr std::size_t max_statement_name = 63;

// sql is one statement with $1... name is unique within the program and stable: each connection prepares it
// once. An empty name: not prepared, for SQL that is put together anew each time.
struct Statement {
  constexpr Statement(std::string_view its_name, std::string_view its_sql) : name(its_name), sql(its_sql) {
    CHECK(name.size() <= max_statement_name, "a longer name may come to mean another statement");
  }
  std::string_view name;
  std::string_view sql;
};

// A statement that is put together when the program starts, or once for each shape that is asked for. It
// outlives every Statement that is taken of it.
struct MadeStatement {
  MadeStatement(std::string its_name, std::string its_sql)
      : name(std::move(its_name)), sql(std::move(its_sql)) {
    CHECK(name.size() <= max_statement_name, "a longer name may come to mean another statement");
  }
  std::string name;
  std::string sql;
  operator Statement() const& { return {name, sql}; }  // so that it goes wherever a Statement goes
  operator Statement() const&& = delete;
};

struct Command {
  Statement statement;
  Arguments arguments;
};

}  // namespace mrbill::postgres
