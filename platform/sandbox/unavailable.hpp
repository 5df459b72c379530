// The machine cannot give a sandbox: no bubblewrap, no user namespaces, no process.
#pragma once

#include <stdexcept>

namespace mrbill::sandbox {

class SandboxUnavailable : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace mrbill::sandbox
