// One thing wrong with what a caller sent: where, as a word for programs, as a sentence for people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mrbill {

struct FieldError {
  std::string pointer = {};  // RFC 6901 into the body, or "query:page", "header:If-Match"
  std::string code = {};  // required, type, too_long, too_short, pattern, format, enum, range, unknown_field,
                          // duplicate_key ...
  std::string detail = {};
  std::optional<std::int64_t> limit =
      {};  // that was not kept: of too_long, too_short, too_many, too_few, range
  bool operator==(const FieldError&) const = default;
};
using FieldErrors = std::vector<FieldError>;

}  // namespace mrbill
