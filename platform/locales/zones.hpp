// Time zones by their names in the IANA data base.
//
//   is_zone("America/Sao_Paulo")                          // true
//   is_zone("BRT"), is_zone("UTC+3"), is_zone("Mars/Olympus")   // false: no such file
#pragma once

#include <string_view>

namespace mrbill::locales {

// Exactly as it is spelt there. Looks at the zone's file, so that a new release of the data base counts
// at once.
[[nodiscard]] bool is_zone(std::string_view name);

}  // namespace mrbill::locales
