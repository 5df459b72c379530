// What a reader's Accept-Language asks for (RFC 9110, section 12.5.4). It is read here and nowhere else: what
// is malformed in it means the same to whoever chooses.
//
//   ranges_of("pt-BR, en;q=0.5, fr;q=often")   // {"pt-BR", 1000}, {"en", 500}
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace mrbill::locales {

struct LanguageRange {
  std::string_view range;  // of languages, as sent: "pt-BR", "*"
  int weight = 1000;       // in thousandths; 0 refuses
  bool operator==(const LanguageRange&) const = default;
};

// In the order of the field, the first fifty at most; a malformed one is left out.
[[nodiscard]] std::vector<LanguageRange> ranges_of(std::string_view accept_language);

// What stands behind the "q=" of this field, or of another that weighs (RFC 9110, section 12.4.2).
[[nodiscard]] std::optional<int> weight_of(std::string_view text);

}  // namespace mrbill::locales
