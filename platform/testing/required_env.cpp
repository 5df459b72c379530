#include <cstdlib>
#include <stdexcept>

#include <testing/required_env.hpp>

namespace mrbill::testing {

std::string required_env(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') {
    throw std::runtime_error(std::string("run me through ./mrbill test: ") + name + " is not set");
  }
  return value;
}

}  // namespace mrbill::testing
