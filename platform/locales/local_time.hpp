// Moments from what a clock on a wall showed (the IANA data base, by Howard Hinnant's date library, which
// C++20 took over).
//
//   moment_of(local_days{2025y/March/31} + 14h, "America/Sao_Paulo")      // 2025-03-31T17:00:00Z
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <base/clock.hpp>

namespace mrbill::locales {

using LocalTime = std::chrono::local_time<std::chrono::microseconds>;

// Of an hour that a clock showed twice, the first; of one that it left out, the moment at which it was put
// on. Nothing for a zone that is none.
[[nodiscard]] std::optional<Timestamp> moment_of(LocalTime time, std::string_view zone);

}  // namespace mrbill::locales
