// How PostgreSQL fails, in the classes our code can do something about. SQLSTATE: PostgreSQL manual,
// appendix A.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <base/unavailable.hpp>

namespace mrbill::postgres {

// Away, shutting down, out of room, too slow, or the connection broke. Nothing is known of an
// unfinished commit.
class Unavailable : public ServiceUnavailable {
  using ServiceUnavailable::ServiceUnavailable;
};
// No connection was free in time, or too many wait already.
class Overloaded : public ServiceUnavailable {
  using ServiceUnavailable::ServiceUnavailable;
};

// The server refused the statement; its transaction can only be rolled back.
class StatementError : public std::runtime_error {
 public:
  StatementError(std::string sqlstate, std::string constraint, const std::string& message)
      : std::runtime_error(message), sqlstate_(std::move(sqlstate)), constraint_(std::move(constraint)) {}
  [[nodiscard]] const std::string& sqlstate() const { return sqlstate_; }
  [[nodiscard]] const std::string& constraint() const { return constraint_; }  // empty where none is named
  [[nodiscard]] bool unique_violation() const { return sqlstate_ == "23505"; }

 private:
  std::string sqlstate_;
  std::string constraint_;
};

// Throws Unavailable for the SQLSTATEs that tell of the server's state, StatementError for those that tell of
// the statement.
[[noreturn]] void throw_refused(std::string sqlstate, std::string constraint, const std::string& message);

}  // namespace mrbill::postgres
