// Unicode text: validity, normal forms, length as people count it, folding for search (utf8proc).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mrbill::text {

[[nodiscard]] bool is_valid_utf8(std::string_view text);       // no surrogates, no overlong forms
[[nodiscard]] std::size_t code_points(std::string_view text);  // of valid UTF-8
[[nodiscard]] std::string_view first_code_points(std::string_view text, std::size_t max);  // of valid UTF-8
[[nodiscard]] std::string nfc(std::string_view text);
[[nodiscard]] std::string trimmed(std::string_view text);  // Unicode white space
[[nodiscard]] std::string lower(std::string_view text);
// Lower case, compatibility form, without accents and characters that nobody sees; an i without dot is an i.
[[nodiscard]] std::string folded(std::string_view text);
[[nodiscard]] bool has_control(std::string_view text);  // C0, C1, DEL

}  // namespace mrbill::text
