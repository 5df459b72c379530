// Content-Disposition: attachment, with the name in both forms (RFC 6266, RFC 8187): a plain one for old
// clients, the real one in UTF-8.
//
//   attachment("Café 2026.pdf")
//   -> attachment; filename="Caf__ 2026.pdf"; filename*=UTF-8''Caf%C3%A9%202026.pdf
#pragma once

#include <string>
#include <string_view>

namespace mrbill::objects {

// What could be a path or end a header (slashes, control characters) becomes an underscore; so does
// broken UTF-8.
[[nodiscard]] std::string attachment(std::string_view name);

}  // namespace mrbill::objects
