#include "domain/preferences.hpp"

#include <locales/languages.hpp>
#include <locales/zones.hpp>

namespace mrbill::auth {

Preferences preferences_of(const RequestedPreferences& requested, const Preferences& installation) {
  auto out = installation;
  const auto asked = locales::canonical_tag(requested.locale.value_or(""));
  const auto locale = asked ? asked : locales::preferred_tag(requested.accept_language);
  if (locale) out.locale = *locale;
  if (requested.time_zone && locales::is_zone(*requested.time_zone)) out.time_zone = *requested.time_zone;
  return out;
}

}  // namespace mrbill::auth
