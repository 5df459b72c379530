// What happened, as CloudEvents 1.0 JSON with the extensions tenantid and traceparent (contracts/events/).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <base/clock.hpp>
#include <base/uuid.hpp>

namespace mrbill::events {

struct Event {
  Uuid id;              // a consumer handles each id once
  std::string source;   // "/services/catalog"
  std::string type;     // "poc.changed"
  std::string subject;  // the id of what it is about
  TenantId tenant;
  Timestamp time;
  std::string traceparent;  // may be empty
  std::string data;         // a JSON object
};

// data is written as it is: it must be a JSON object.
[[nodiscard]] std::string to_cloud_event(const Event& event);
// Strict: nothing when a required attribute is missing, of another kind, doubled or malformed; unknown
// attributes are extensions and are ignored, as CloudEvents demands.
[[nodiscard]] std::optional<Event> from_cloud_event(std::string_view text);

}  // namespace mrbill::events
