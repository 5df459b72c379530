#include "worker/follow_people.hpp"

#include <contract/events.hpp>
#include <log/log.hpp>

namespace mrbill::catalog {

FollowPeople::FollowPeople(events::EventSource& source, PostgresPeople& people,
                           PostgresMemberships& memberships, std::string member)
    : source_(source), people_(people), memberships_(memberships), member_(std::move(member)) {}

Task<> FollowPeople::run() {
  events::Subscription subscription{
      .group = "catalog-people", .member = member_, .types = {"person.changed", "membership.changed"}};
  subscription.meet_bus = [this](std::string life) { return meet(std::move(life)); };
  events::Consume consume = [this](events::Event event) { return take(std::move(event)); };
  co_await source_.consume(std::move(subscription), std::move(consume));
}

Task<bool> FollowPeople::take_person(const events::Event& event) {
  auto data = contract::events::parse_person_changed(event.data);
  if (!data) co_return false;
  Person person{.tenant = event.tenant,
                .id = UserId{data->user_id},
                .full_name = std::move(data->full_name),
                .locale = std::move(data->locale),
                .time_zone = std::move(data->time_zone),
                .version = data->version};
  co_await people_.learn(std::move(person));
  co_return true;
}

Task<bool> FollowPeople::take_membership(const events::Event& event) {
  const auto data = contract::events::parse_membership_changed(event.data);
  if (!data) co_return false;
  const bool over = data->change == contract::events::MembershipChange::left;
  auto told = ToldMembership{event.tenant, UserId{data->user_id}, over, data->version};
  co_await memberships_.learn(std::move(told));
  co_return true;
}

Task<events::Verdict> FollowPeople::take(events::Event event) {
  const bool of_a_person = event.type == "person.changed";
  // Named before it is awaited: g++ 12 miscompiles a co_await in each branch of a conditional expression.
  auto taking = of_a_person ? take_person(event) : take_membership(event);
  if (co_await std::move(taking)) co_return events::Verdict::done;
  log::warn("an event is not what its contract says",
            {{"type", event.type}, {"eventId", event.id.to_string()}});
  co_return events::Verdict::poison("it is not what its contract says");
}

Task<> FollowPeople::meet(std::string bus_life) {
  const bool asked = co_await people_.ask_for_everybody(std::move(bus_life));
  if (asked) log::info("asked for everybody");
}

}  // namespace mrbill::catalog
