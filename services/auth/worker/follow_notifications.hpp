// Consumes notification.requested: what other services want people to be told. auth knows the addresses and
// has the words.
#pragma once

#include <string>

#include <base/clock.hpp>
#include <events/bus.hpp>

#include "adapters/postgres/postgres_notifications.hpp"

namespace mrbill::auth {

class FollowNotifications {
 public:
  // Links that lead elsewhere than to public_url are left out.
  FollowNotifications(events::EventSource& source, PostgresNotifications& notifications, std::string member,
                      std::string public_url, const Clock& clock);
  [[nodiscard]] Task<> run();  // until stop()
  void stop() { source_.stop(); }

 private:
  [[nodiscard]] Task<events::Verdict> take(events::Event event);
  events::EventSource& source_;
  PostgresNotifications& notifications_;
  std::string member_;
  std::string public_url_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
