// What is sent: a statement, and one with its parameters.
#pragma once

#include <string_view>

#include <postgres/codec.hpp>

namespace mrbill::postgres {

// sql is one statement with $1... name is unique within the program and stable: each connection prepares it
// once. An empty name: not prepared, for SQL that is put together anew each time.
struct Statement {
  std::string_view name;
  std::string_view sql;
};

struct Command {
  Statement statement;
  Arguments arguments;
};

}  // namespace mrbill::postgres
