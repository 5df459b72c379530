// Behind a switch without default in which every enumerator has its case and returns there: the compiler
// tells of a case that is missing, and no value is left that could come here. What arrives from outside is
// made an enumerator where it is parsed. So only a mistake of ours gets here, and ends as one: see CHECK.
#pragma once

#include <source_location>

#include <base/check.hpp>

namespace mrbill {

[[noreturn]] inline void unreachable(std::source_location at = std::source_location::current()) {
  check_failed("unreachable", "every enumerator has its case", at.file_name(), static_cast<int>(at.line()));
}

}  // namespace mrbill
