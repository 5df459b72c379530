// The order of people's texts: that of PostgreSQL's collation und-x-icu (ICU's root), as bytes, so that what
// sorts by itself agrees with what the database sorts.
//
//   order_key("Ação") < order_key("acetona")
#pragma once

#include <string>
#include <string_view>

namespace mrbill::text {

// Of valid UTF-8. Ends in its only zero byte, so that a key that begins another sorts before it. Texts with
// the same key are not always equal: the database puts those in the order of their bytes.
[[nodiscard]] std::string order_key(std::string_view text);

}  // namespace mrbill::text
