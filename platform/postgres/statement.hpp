// What is sent: a statement, and one with its parameters.
#pragma once

#include <string>
#include <string_view>

#include <postgres/codec.hpp>

namespace mrbill::postgres {

// sql is one statement with $1... name is unique within the program and stable: each connection prepares it
// once. An empty name: not prepared, for SQL that is put together anew each time.
struct Statement {
  std::string_view name;
  std::string_view sql;
};

// A statement that is put together when the program starts, or once for each shape that is asked for. It
// outlives every Statement that is taken of it.
struct MadeStatement {
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
