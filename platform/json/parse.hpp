// JSON in, strictly (RFC 8259): one document and nothing after it, valid UTF-8, no lone surrogate, no member
// twice, no number beyond what we can hold, at most 32 levels. What arrives is hostile.
//
//   Errors errors;
//   Memory memory;
//   if (const auto document = parse(body, memory, errors)) ...     // errors tells why not
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <json/errors.hpp>
#include <json/value.hpp>

namespace mrbill::json {

inline constexpr std::size_t deepest = 32;
inline constexpr std::size_t max_values =
    250'000;  // in one document: bounds the memory that a body can ask for

// Every duplicate key is reported; any other defect ends the reading.
// The document lives as long as the memory; the text is copied.
[[nodiscard]] std::optional<Value> parse(std::string_view text, Memory& memory, Errors& errors);

}  // namespace mrbill::json
