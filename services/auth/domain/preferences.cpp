#include "domain/preferences.hpp"

#include <locales/languages.hpp>
#include <locales/zones.hpp>

namespace mrbill::auth {

Preferences preferences_of(const PreferenceWishes& wishes, const Preferences& installation) {
  auto out = installation;
  const auto asked = locales::canonical_tag(wishes.locale.value_or(""));
  const auto locale = asked ? asked : locales::preferred_tag(wishes.accept_language);
  if (locale) out.locale = *locale;
  if (wishes.time_zone && locales::is_zone(*wishes.time_zone)) out.time_zone = *wishes.time_zone;
  return out;
}

}  // namespace mrbill::auth
