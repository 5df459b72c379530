// What `./mrbill test` tells its tests: the addresses of their private PostgreSQL and Redis.
#pragma once

#include <string>

namespace mrbill::testing {

// Throws when it is missing, so that the test fails instead of passing unseen.
[[nodiscard]] std::string required_env(const char* name);

}  // namespace mrbill::testing
