// Publishes every tenant and every person again, tenant by tenant: a service that begins to follow people
// hears no other way of those who do not change. Told twice does no harm: versions decide.
#pragma once

#include <cstdint>
#include <string>

#include "ports/member_republisher.hpp"

namespace mrbill::auth {

class RepublishMembers {
 public:
  explicit RepublishMembers(MemberRepublisher& republisher) : republisher_(republisher) {}
  // How many tenants there are.
  [[nodiscard]] Task<std::int64_t> operator()(std::string traceparent);

 private:
  MemberRepublisher& republisher_;
};

}  // namespace mrbill::auth
