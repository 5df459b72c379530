// How a newcomer's language and zone are found: what they ask for, else what their browser asks for, else
// the installation's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/people.hpp"

namespace mrbill::auth {

struct RequestedPreferences {
  std::optional<std::string> locale;
  std::optional<std::string> time_zone;
  std::string_view accept_language = {};  // the header
};

// They were checked at the door; one that is none all the same counts as not there.
[[nodiscard]] Preferences preferences_of(const RequestedPreferences& requested,
                                         const Preferences& installation);

}  // namespace mrbill::auth
