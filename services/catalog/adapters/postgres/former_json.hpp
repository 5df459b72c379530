// What a POC said before an import, as it is kept: an ImportRow of the contract.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ports/import_history.hpp"

namespace mrbill::catalog {

[[nodiscard]] std::string former_json(const Poc& poc);
// Nothing where it breaks today's rules.
[[nodiscard]] std::optional<FormerPoc> parse_former(PocId id, std::string_view json);

}  // namespace mrbill::catalog
