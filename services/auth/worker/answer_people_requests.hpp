// Consumes people.requested: tells of everybody again, for who begins to follow people.
#pragma once

#include <string>

#include <events/bus.hpp>

#include "usecases/tell_of_everybody.hpp"

namespace mrbill::auth {

class AnswerPeopleRequests {
 public:
  AnswerPeopleRequests(events::EventSource& source, TellOfEverybody& tell, std::string member);
  [[nodiscard]] Task<> run();  // until stop()
  void stop() { source_.stop(); }

 private:
  [[nodiscard]] Task<events::Verdict> take(events::Event event);
  events::EventSource& source_;
  TellOfEverybody& tell_;
  std::string member_;
};

}  // namespace mrbill::auth
