// Rows that the index does not know yet, laid over it: a small database in memory beside the one on disk. The
// two are matched apart and their answers merged; Xapian never sees them as one.
#pragma once

#include <optional>
#include <vector>

#include <xapian.h>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// Nothing where every row is deleted.
[[nodiscard]] std::optional<Xapian::Database> overlay_of(const std::vector<Poc>& rows);

}  // namespace mrbill::catalog
