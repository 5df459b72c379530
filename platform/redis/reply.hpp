// What Redis answers (RESP2), and the two ways it fails.
//
//   if (!reply.is_null()) use(reply.text());
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include <base/unavailable.hpp>

namespace mrbill::redis {

// Away, too slow, or too much is in flight. Whether the command was carried out is not known.
class Unavailable : public ServiceUnavailable {
  using ServiceUnavailable::ServiceUnavailable;
};
// The server answered with an error (-ERR ..., -OOM ..., -BUSYGROUP ...).
class ReplyError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  // The first word: "BUSYGROUP".
  [[nodiscard]] std::string code() const {
    const std::string text = what();
    return text.substr(0, text.find(' '));
  }
};

struct Reply {
  using Array = std::vector<Reply>;
  struct Error {
    std::string message;
  };
  std::variant<std::monostate, std::int64_t, std::string, Array, Error> value;

  [[nodiscard]] bool is_null() const { return value.index() == 0; }
  [[nodiscard]] bool is_error() const { return std::holds_alternative<Error>(value); }
  [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(value); }
  [[nodiscard]] std::int64_t integer() const { return std::get<std::int64_t>(value); }
  [[nodiscard]] const std::string& text() const { return std::get<std::string>(value); }
  [[nodiscard]] const Array& array() const { return std::get<Array>(value); }
  // A command's own error is thrown as ReplyError; only within an array (EXEC, a script's) does it stay
  // a value.
  [[nodiscard]] const std::string& error() const { return std::get<Error>(value).message; }
};

}  // namespace mrbill::redis
