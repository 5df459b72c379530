// The order file of a rendering: the spec, the person, and their POCs as the catalogue has them at
// this moment.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/encoding.hpp>
#include <base/result.hpp>

#include "ports/poc_source.hpp"
#include "ports/renderer.hpp"

namespace mrbill::content {

inline constexpr std::size_t max_pocs = 100'000;  // of one order

struct WrittenOrder {
  Sha256 identity;         // the same spec about the same POCs have the same
  std::vector<Uuid> pocs;  // that it names, in the order's own order
  int private_pocs = 0;    // of these
  int counted = 0;         // beside these: private ones that a film counts and does not name
};
enum class OrderError : std::uint8_t { too_many_pocs, cancelled };

struct OrderFacts {
  Caller caller;
  Spec spec;
  Person person;
  Timestamp asked_at;
  std::optional<std::string> music = {};  // a file beside the order
};

// A batch at a time: however many there are, no more than one is held.
[[nodiscard]] Task<Result<WrittenOrder, OrderError>> write_order(Workplace& place, PocSource& source,
                                                                 OrderFacts facts,
                                                                 std::function<bool()> cancelled);

}  // namespace mrbill::content
