#include <date/tz.h>
#include <stdexcept>
#include <string>

#include <locales/local_time.hpp>

namespace mrbill::locales {
namespace {

const date::time_zone* find_zone(std::string_view name) {
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::runtime_error&) {  // the library's word for a name that is none
    return nullptr;
  }
}

}  // namespace

std::optional<Timestamp> moment_of(LocalTime time, std::string_view zone) {
  const auto* const found = find_zone(zone);
  if (found == nullptr) return std::nullopt;
  const date::local_time<std::chrono::microseconds> shown(time.time_since_epoch());
  return Timestamp(found->to_sys(shown, date::choose::earliest).time_since_epoch());
}

}  // namespace mrbill::locales
