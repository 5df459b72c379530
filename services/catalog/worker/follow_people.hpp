// Consumes person.changed and membership.changed, and keeps what is known of people. Harmless when an
// event comes twice or late: versions decide. At the first start, and when the bus lost events, it asks
// for everybody.
#pragma once

#include <string>

#include <events/bus.hpp>

#include "adapters/postgres/postgres_memberships.hpp"
#include "adapters/postgres/postgres_people.hpp"

namespace mrbill::catalog {

class FollowPeople {
 public:
  FollowPeople(events::EventSource& source, PostgresPeople& people, PostgresMemberships& memberships,
               std::string member);
  [[nodiscard]] Task<> run();  // until stop()
  void stop() { source_.stop(); }

 private:
  [[nodiscard]] Task<> meet(std::string bus_life);
  [[nodiscard]] Task<bool> take_person(const events::Event& event);
  [[nodiscard]] Task<bool> take_membership(const events::Event& event);
  [[nodiscard]] Task<events::Verdict> take(events::Event event);
  events::EventSource& source_;
  PostgresPeople& people_;
  PostgresMemberships& memberships_;
  std::string member_;
};

}  // namespace mrbill::catalog
