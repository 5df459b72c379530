#include <array>

#include <postgres/error.hpp>

namespace mrbill::postgres {

namespace {

// Connection exceptions, insufficient resources, operator intervention (57014: the statement timeout), system
// errors; and what a server says that is no longer the writer or has given up on us.
constexpr std::array<std::string_view, 4> classes_of_the_world = {"08", "53", "57", "58"};
constexpr std::array<std::string_view, 2> states_of_the_world = {"25006", "25P03"};

bool tells_of_the_world(std::string_view sqlstate) {
  for (auto prefix : classes_of_the_world) {
    if (sqlstate.starts_with(prefix)) return true;
  }
  for (auto state : states_of_the_world) {
    if (sqlstate == state) return true;
  }
  return sqlstate.empty();  // made by libpq itself: the connection broke
}

}  // namespace

void throw_refused(std::string sqlstate, std::string constraint, const std::string& message) {
  if (tells_of_the_world(sqlstate)) throw Unavailable(message);
  throw StatementError(std::move(sqlstate), std::move(constraint), message);
}

}  // namespace mrbill::postgres
