// Languages by their tags (BCP 47).
//
//   canonical_tag("PT-br")                                   // "pt-BR"
//   canonical_tag("--")                                      // nothing
//   preferred_tag("de, pt;q=0.9, en;q=0.8")                  // "pt": the first that the product speaks
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mrbill::locales {

// Those that the product speaks.
enum class Language : std::uint8_t { portuguese, english };

[[nodiscard]] bool is_tag(
    std::string_view text);  // well-formed (RFC 5646, 2.2.9), with a language of ISO 639
// In the customary cases (RFC 5646, 2.1.1); nothing for what is none.
[[nodiscard]] std::optional<std::string> canonical_tag(std::string_view text);
// Nothing where it is neither.
[[nodiscard]] std::optional<Language> spoken(std::string_view tag);
// What a reader of this tag is spoken to in: English where we do not speak theirs.
[[nodiscard]] Language nearest(std::string_view tag);
// The most wanted tag of an Accept-Language whose language we speak (RFC 9110, 12.5.4), canonical. Nothing
// where there is none, or the field is no such list.
[[nodiscard]] std::optional<std::string> preferred_tag(std::string_view accept_language);

}  // namespace mrbill::locales
