// What is known of people here: a port. auth has the truth and tells of it (person.changed, tenant.changed).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/uuid.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

// What counts for whom nobody has told of yet: the installation's own, so that a newcomer's first film speaks
// as their mails do.
struct DefaultPreferences {
  std::string locale;     // BCP 47
  std::string time_zone;  // IANA
};

class People {
 public:
  virtual ~People() = default;
  // Of somebody whom nobody has told of: no name, the installation's DefaultPreferences.
  [[nodiscard]] virtual Task<Person> find(Caller caller, Timestamp now) = 0;
};

}  // namespace mrbill::content
