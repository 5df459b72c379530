// What is known of people here: a port. auth has the truth and tells of it (person.changed).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/uuid.hpp>

namespace mrbill::catalog {

struct Person {
  TenantId tenant;  // a person is told once for each tenant of theirs
  UserId id;
  std::optional<std::string> full_name = {};  // nothing once erased
  std::string locale = {};
  std::string time_zone = {};
  std::int64_t version = 0;
};

class People {
 public:
  virtual ~People() = default;
  // An older version than the known one changes nothing.
  [[nodiscard]] virtual Task<> learn(Person person) = 0;
  // Asks auth for everybody, once in each life of the bus that tells of them. Says whether it asked.
  [[nodiscard]] virtual Task<bool> ask_for_everybody(std::string bus_life) = 0;
};

}  // namespace mrbill::catalog
