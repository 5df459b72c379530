#include "worker/follow_people.hpp"

#include <contract/events.hpp>
#include <log/log.hpp>

namespace mrbill::catalog {

FollowPeople::FollowPeople(events::EventSource& source, People& people, std::string member)
    : source_(source), people_(people), member_(std::move(member)) {}

Task<> FollowPeople::run() {
  events::Subscription subscription{
      .group = "catalog-people", .member = member_, .types = {"person.changed"}};
  subscription.meet_bus = [this](std::string life) { return meet(std::move(life)); };
  events::Consume consume = [this](events::Event event) { return take(std::move(event)); };
  co_await source_.consume(std::move(subscription), std::move(consume));
}

Task<events::Verdict> FollowPeople::take(events::Event event) {
  auto data = contract::events::parse_person_changed(event.data);
  if (!data) {
    log::warn("an event is not what its contract says",
              {{"type", event.type}, {"eventId", event.id.to_string()}});
    co_return events::Verdict::poison("it is not what its contract says");
  }
  Person person{.tenant = event.tenant,
                .id = UserId{data->user_id},
                .full_name = std::move(data->full_name),
                .locale = std::move(data->locale),
                .time_zone = std::move(data->time_zone),
                .version = data->version};
  co_await people_.learn(std::move(person));
  co_return events::Verdict::done;
}

Task<> FollowPeople::meet(std::string bus_life) {
  const bool asked = co_await people_.ask_for_everybody(std::move(bus_life));
  if (asked) log::info("asked for everybody");
}

}  // namespace mrbill::catalog
