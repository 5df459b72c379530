// What auth tells of people (person.changed, tenant.changed, membership.changed), as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include <base/uuid.hpp>
#include <events/event.hpp>

namespace mrbill::people {

struct ToldPerson {
  TenantId tenant;  // a person is told once for each tenant of theirs
  UserId id;
  std::optional<std::string> full_name = {};  // nothing once erased
  std::string locale = {};                    // BCP 47
  std::string time_zone = {};                 // IANA, one that is known here
  std::int64_t version = 0;
};

struct ToldCompany {
  TenantId tenant;
  std::string name = {};
  std::int64_t version = 0;
};

enum class Membership : std::uint8_t {
  holds,
  left,     // of their own accord
  removed,  // by somebody else
};

struct ToldMembership {
  TenantId tenant;
  UserId user;
  Membership state = Membership::holds;
  std::int64_t version = 0;

  [[nodiscard]] bool is_over() const { return state != Membership::holds; }
};

using Told = std::variant<ToldPerson, ToldCompany, ToldMembership>;

// Nothing: the event is not what its contract says. A time zone that is not known here is UTC.
[[nodiscard]] std::optional<Told> told_by(const events::Event& event);

}  // namespace mrbill::people
