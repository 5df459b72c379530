// Publishes every tenant and every person again, tenant by tenant: a service that begins to follow people
// hears no other way of those who do not change. Told twice does no harm: versions decide.
#pragma once

#include <cstdint>
#include <string>

#include "ports/census.hpp"

namespace mrbill::auth {

class TellOfEverybody {
 public:
  explicit TellOfEverybody(Census& census) : census_(census) {}
  // How many tenants there are.
  [[nodiscard]] Task<std::int64_t> operator()(std::string traceparent);

 private:
  Census& census_;
};

}  // namespace mrbill::auth
