// A name or title that somebody wrote, as a mail to somebody else may hold it: in quotes, cut, and without
// what mail programs turn into links (addresses, hosts, telephone numbers).
//
//   in_mail("win at http://evil.example/ now")   // “win at http evil example now”
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mrbill::auth {

inline constexpr std::size_t max_in_mail = 60;  // code points between the quotes

// A name of somebody else holds no number that could be called; the reader's own title may hold dates.
enum class Numbers : std::uint8_t { hidden, kept };

// Empty when nothing is left.
[[nodiscard]] std::string in_mail(std::string_view name, Numbers numbers = Numbers::hidden);

// The reader's own first name, to greet them by; nothing where it is none: it may be a stranger who typed it.
//
//   first_name_in_mail("Ana Souza")   // Ana
[[nodiscard]] std::string first_name_in_mail(std::string_view full_name);

}  // namespace mrbill::auth
