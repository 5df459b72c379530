#include "worker/answer_people_requests.hpp"

#include <contract/events.hpp>
#include <log/log.hpp>

namespace mrbill::auth {

AnswerPeopleRequests::AnswerPeopleRequests(events::EventSource& source, RepublishMembers& republish,
                                           std::string member)
    : source_(source), republish_(republish), member_(std::move(member)) {}

Task<> AnswerPeopleRequests::run() {
  events::Subscription subscription{
      .group = "auth-people-requests", .member = member_, .types = {"people.requested"}};
  events::Consume consume = [this](events::Event event) { return take(std::move(event)); };
  co_await source_.consume(std::move(subscription), std::move(consume));
}

Task<events::Verdict> AnswerPeopleRequests::take(events::Event event) {
  const auto data = contract::events::parse_people_requested(event.data);
  if (!data) {
    log::warn("a request for people is not what its contract says", {{"eventId", event.id.to_string()}});
    co_return events::Verdict::poison("it is not what its contract says");
  }
  const auto told = co_await republish_(event.traceparent);
  log::info("members republished", {{"for", data->service}, {"tenants", told}});
  co_return events::Verdict::done;
}

}  // namespace mrbill::auth
