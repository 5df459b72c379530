// What is known of people here: a port. auth has the truth and tells of it (person.changed, tenant.changed).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/uuid.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

struct ToldPerson {
  TenantId tenant;  // a person is told once for each tenant of theirs
  UserId id;
  std::optional<std::string> full_name = {};  // nothing once erased
  std::string locale = {};
  std::string time_zone = {};
  std::int64_t version = 0;
};
struct ToldCompany {
  TenantId tenant;
  std::string name = {};
  std::int64_t version = 0;
};

// What counts for whom nobody has told of yet: the installation's own, so that a newcomer's first film speaks
// as their mails do.
struct Preferences {
  std::string locale;     // BCP 47
  std::string time_zone;  // IANA
};

class People {
 public:
  virtual ~People() = default;
  // Of somebody whom nobody has told of: no name, the installation's Preferences.
  [[nodiscard]] virtual Task<Person> find(Caller caller, Timestamp now) = 0;
};

class PeopleReadModel {
 public:
  virtual ~PeopleReadModel() = default;
  // An older version than the known one changes nothing.
  [[nodiscard]] virtual Task<> learn(ToldPerson person) = 0;
  [[nodiscard]] virtual Task<> learn(ToldCompany company) = 0;
  // Asks auth for everybody, once in each life of the bus that tells of them. Says whether it asked.
  [[nodiscard]] virtual Task<bool> ask_for_everybody(std::string bus_life) = 0;
};

}  // namespace mrbill::content
