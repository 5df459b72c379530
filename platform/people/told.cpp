#include <contract/events.hpp>
#include <locales/zones.hpp>
#include <people/told.hpp>

namespace mrbill::people {
namespace {

namespace wire = contract::events;

Membership state_of(const wire::MembershipChanged& data) {
  if (data.change != wire::MembershipChange::left) return Membership::holds;
  return data.removed.value_or(true) ? Membership::removed : Membership::left;
}

std::optional<Told> person(const events::Event& event) {
  auto data = wire::parse_person_changed(event.data);
  if (!data) return std::nullopt;
  return ToldPerson{.tenant = event.tenant,
                    .id = UserId{data->user_id},
                    .full_name = std::move(data->full_name),
                    .locale = std::move(data->locale),
                    .time_zone = locales::is_zone(data->time_zone) ? std::move(data->time_zone) : "UTC",
                    .version = data->version};
}

std::optional<Told> company(const events::Event& event) {
  auto data = wire::parse_tenant_changed(event.data);
  if (!data) return std::nullopt;
  return ToldCompany{event.tenant, std::move(data->company_name), data->version};
}

std::optional<Told> membership(const events::Event& event) {
  const auto data = wire::parse_membership_changed(event.data);
  if (!data) return std::nullopt;
  return ToldMembership{event.tenant, UserId{data->user_id}, state_of(*data), data->version};
}

}  // namespace

std::optional<Told> told_by(const events::Event& event) {
  if (event.type == "person.changed") return person(event);
  if (event.type == "tenant.changed") return company(event);
  if (event.type == "membership.changed") return membership(event);
  return std::nullopt;
}

}  // namespace mrbill::people
