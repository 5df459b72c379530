// What is asked of the render program, as its order file has it (contracts/rendering): everything but the
// POCs, and one of them.
//
//   auto order = order_frame(spec, person, made_at, music);
//   write(order.head); for each POC: write(order_item(poc)), a comma between them; write(order.tail)
#pragma once

#include <optional>
#include <string>

#include "domain/content.hpp"

namespace mrbill::content {

struct OrderFrame {
  std::string head;
  std::string tail;
  // What the identity of the order is taken from: the head without the moment at which it was asked for.
  std::string identity;
};

// Where the facts of a film end: at the end of the person's day while its period still runs, else with
// the period.
[[nodiscard]] Timestamp facts_end(const Spec& spec, const Person& person);

// music: the name of an uploaded track's file beside the order.
[[nodiscard]] OrderFrame order_frame(const Spec& spec, const Person& person, Timestamp asked_at,
                                     const std::optional<std::string>& music);
[[nodiscard]] std::string order_item(const Poc& poc);

}  // namespace mrbill::content
