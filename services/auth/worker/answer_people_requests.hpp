// Consumes people.requested: republishes the members, for a service that begins to follow people.
#pragma once

#include <string>

#include <events/bus.hpp>

#include "usecases/republish_members.hpp"

namespace mrbill::auth {

class AnswerPeopleRequests {
 public:
  AnswerPeopleRequests(events::EventSource& source, RepublishMembers& republish, std::string member);
  [[nodiscard]] Task<> run();  // until stop()
  void stop() { source_.stop(); }

 private:
  [[nodiscard]] Task<events::Verdict> take(events::Event event);
  events::EventSource& source_;
  RepublishMembers& republish_;
  std::string member_;
};

}  // namespace mrbill::auth
