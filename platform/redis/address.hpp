// Where a Redis is: redis://[[user]:password@]host[:port][/database], read once.
#pragma once

#include <string>
#include <string_view>

#include <base/secret.hpp>

namespace mrbill::redis {

struct Address {
  std::string host;
  std::string port = "6379";
  std::string user;  // empty: the default user
  Secret password;   // empty: none is sent
  int database = 0;

  // Throws std::invalid_argument, whose text does not repeat the url.
  [[nodiscard]] static Address parse(std::string_view url);
};

}  // namespace mrbill::redis
