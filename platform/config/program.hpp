// What every program's main() does: reads its configuration, serves, and returns the exit code. A
// configuration that cannot be used is told in a sentence and ends with 78 (EX_CONFIG).
//
//   int main() { return mrbill::config::run_program(mrbill::auth::read_api_config, mrbill::auth::serve); }
#pragma once

#include <cstdio>
#include <stdexcept>

#include <config/environment.hpp>

namespace mrbill::config {

template <class Read, class Serve>
int run_program(Read read, Serve serve) {
  try {
    Environment env;
    return serve(read(env));
  } catch (const std::invalid_argument& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return exit_configuration_error;
  }
}

}  // namespace mrbill::config
