#include "worker/follow_people.hpp"

#include <contract/events.hpp>
#include <locales/zones.hpp>
#include <log/log.hpp>

namespace mrbill::content {

namespace {

Membership state_of(const contract::events::MembershipChanged& data) {
  if (data.change != contract::events::MembershipChange::left) return Membership::holds;
  return data.removed.value_or(true) ? Membership::removed : Membership::left;
}

}  // namespace

FollowPeople::FollowPeople(events::EventSource& source, PostgresPeopleReadModel& people,
                           PostgresMemberships& memberships, std::string member)
    : source_(source), people_(people), memberships_(memberships), member_(std::move(member)) {}

Task<> FollowPeople::run() {
  events::Subscription subscription{.group = "content-people",
                                    .member = member_,
                                    .types = {"person.changed", "tenant.changed", "membership.changed"}};
  subscription.meet_bus = [this](std::string life) { return meet(std::move(life)); };
  events::Consume consume = [this](events::Event event) { return take(std::move(event)); };
  co_await source_.consume(std::move(subscription), std::move(consume));
}

Task<bool> FollowPeople::take_person(const events::Event& event) {
  auto data = contract::events::parse_person_changed(event.data);
  if (!data) co_return false;
  ToldPerson person{.tenant = event.tenant,
                    .id = UserId{data->user_id},
                    .full_name = std::move(data->full_name),
                    .locale = std::move(data->locale),
                    .time_zone = locales::is_zone(data->time_zone) ? std::move(data->time_zone) : "UTC",
                    .version = data->version};
  co_await people_.learn(std::move(person));
  co_return true;
}

Task<bool> FollowPeople::take_company(const events::Event& event) {
  auto data = contract::events::parse_tenant_changed(event.data);
  if (!data) co_return false;
  ToldCompany company{event.tenant, std::move(data->company_name), data->version};
  co_await people_.learn(std::move(company));
  co_return true;
}

Task<bool> FollowPeople::take_membership(const events::Event& event) {
  const auto data = contract::events::parse_membership_changed(event.data);
  if (!data) co_return false;
  auto told = ToldMembership{event.tenant, UserId{data->user_id}, state_of(*data), data->version};
  co_await memberships_.learn(std::move(told));
  co_return true;
}

Task<events::Verdict> FollowPeople::take(events::Event event) {
  bool understood = false;
  if (event.type == "person.changed")
    understood = co_await take_person(event);
  else if (event.type == "tenant.changed")
    understood = co_await take_company(event);
  else
    understood = co_await take_membership(event);
  if (understood) co_return events::Verdict::done;
  log::warn("an event is not what its contract says",
            {{"type", event.type}, {"eventId", event.id.to_string()}});
  co_return events::Verdict::poison("it is not what its contract says");
}

Task<> FollowPeople::meet(std::string bus_life) {
  const bool asked = co_await people_.ask_for_everybody(std::move(bus_life));
  if (asked) log::info("asked for everybody");
}

}  // namespace mrbill::content
