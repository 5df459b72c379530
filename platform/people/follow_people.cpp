#include <log/log.hpp>
#include <people/follow_people.hpp>

namespace mrbill::people {

Task<> FollowPeople::run() {
  events::Subscription subscription{.group = options_.service + "-people",
                                    .member = options_.member,
                                    .types = {"person.changed", "membership.changed"}};
  if (options_.follow == Follow::people_and_companies) subscription.types.emplace_back("tenant.changed");
  subscription.meet_bus = [this](std::string life) { return meet(std::move(life)); };
  events::Consume consume = [this](events::Event event) { return take(std::move(event)); };
  co_await source_.consume(std::move(subscription), std::move(consume));
}

Task<events::Verdict> FollowPeople::take(events::Event event) {
  auto told = told_by(event);
  if (!told) {
    log::warn("an event is not what its contract says",
              {{"type", event.type}, {"eventId", event.id.to_string()}});
    co_return events::Verdict::poison("it is not what its contract says");
  }
  co_await learn(*std::move(told));
  co_return events::Verdict::done;
}

Task<> FollowPeople::learn(Told told) {
  if (auto* person = std::get_if<ToldPerson>(&told)) {
    co_await people_.learn(std::move(*person));
  } else if (auto* company = std::get_if<ToldCompany>(&told)) {
    co_await people_.learn(std::move(*company));
  } else {
    co_await memberships_.learn(std::get<ToldMembership>(told));
  }
}

Task<> FollowPeople::meet(std::string bus_life) {
  const bool asked = co_await people_.ask_for_everybody(std::move(bus_life));
  if (asked) log::info("asked for everybody");
}

}  // namespace mrbill::people
