// What is asked of the render program, as its order file has it (contracts/rendering): everything but the
// POCs, and one of them.
//
//   auto head = order_head(spec, person, made_at, music);
//   write(head.line); for each POC: write(poc_line(poc))
#pragma once

#include <optional>
#include <string>

#include "domain/content.hpp"

namespace mrbill::content {

// Lines end with their '\n'.
struct OrderHead {
  std::string line;
  // What the identity of the order is taken from: the line without the moment at which it was asked for.
  std::string identity;
};

// Where the facts of a film end: at the end of the person's day while its period still runs, else with
// the period.
[[nodiscard]] Timestamp facts_end(const Spec& spec, const Person& person);

// music: the name of an uploaded track's file beside the order.
[[nodiscard]] OrderHead order_head(const Spec& spec, const Person& person, Timestamp asked_at,
                                   const std::optional<std::string>& music);
[[nodiscard]] std::string poc_line(const Poc& poc);

}  // namespace mrbill::content
