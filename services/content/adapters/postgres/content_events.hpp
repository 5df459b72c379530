// What this service tells the others (contracts/events): video.completed, report.completed, and the request
// to notify the person.
#pragma once

#include <string>

#include <base/random.hpp>
#include <events/event.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

struct Completion {
  Caller owner;
  RequestId id;
  Spec spec;
  Render render;
  bool scheduled = false;
  std::string link = {};  // for the mail
};

[[nodiscard]] events::Event completed_event(const Clock& clock, Random& random, const Completion& completion);
// A film, or what a schedule made: a report that was asked for is ready before its person looks into
// their mail.
[[nodiscard]] bool is_worth_a_mail(const Completion& completion);
[[nodiscard]] events::Event notification(const Clock& clock, Random& random, const Completion& completion);

}  // namespace mrbill::content
