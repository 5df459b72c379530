// Consumes person.changed, tenant.changed and membership.changed, and keeps what is known of people. Harmless
// when an event comes twice or late: versions decide. At the first start, and when the bus lost events, it
// asks for everybody.
#pragma once

#include <string>

#include <events/bus.hpp>

#include "adapters/postgres/postgres_memberships.hpp"
#include "adapters/postgres/postgres_people.hpp"

namespace mrbill::content {

class FollowPeople {
 public:
  FollowPeople(events::EventSource& source, PostgresPeopleReadModel& people, PostgresMemberships& memberships,
               std::string member);
  [[nodiscard]] Task<> run();  // until stop()
  void stop() { source_.stop(); }

 private:
  [[nodiscard]] Task<> meet(std::string bus_life);
  [[nodiscard]] Task<events::Verdict> take(events::Event event);
  [[nodiscard]] Task<bool> take_person(const events::Event& event);
  [[nodiscard]] Task<bool> take_company(const events::Event& event);
  [[nodiscard]] Task<bool> take_membership(const events::Event& event);
  events::EventSource& source_;
  PostgresPeopleReadModel& people_;
  PostgresMemberships& memberships_;
  std::string member_;
};

}  // namespace mrbill::content
