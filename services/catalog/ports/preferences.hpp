// How a person reads: a port over what auth tells of people.
#pragma once

#include <optional>
#include <string>

#include <async/task.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

struct Preferences {
  std::string locale = {};     // BCP 47
  std::string time_zone = {};  // IANA
  bool operator==(const Preferences&) const = default;
};

class PreferenceStore {
 public:
  virtual ~PreferenceStore() = default;
  // The caller's own. Nothing as long as auth has not told of them.
  [[nodiscard]] virtual Task<std::optional<Preferences>> find(Caller caller) = 0;
};

}  // namespace mrbill::catalog
