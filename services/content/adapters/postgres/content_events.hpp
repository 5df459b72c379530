// What this service tells the others (contracts/events): video.completed, report.completed, the wish that the
// person be told, and the wish to be told of everybody.
#pragma once

#include <string>

#include <base/random.hpp>
#include <events/event.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

struct News {
  Caller owner;
  RequestId id;
  Spec spec;
  Render render;
  bool scheduled = false;
  std::string link = {};  // for the mail
};

[[nodiscard]] events::Event completed_event(const Clock& clock, Random& random, const News& news);
// A film, or what a schedule made: a report that was asked for is ready before its person looks into
// their mail.
[[nodiscard]] bool is_worth_a_mail(const News& news);
[[nodiscard]] events::Event notification(const Clock& clock, Random& random, const News& news);
// Of no tenant.
[[nodiscard]] events::Event people_requested(const Clock& clock, Random& random);

}  // namespace mrbill::content
