// One row of an import, written as JSON, read by the contract's rules (ImportRow).
#pragma once

#include <cstdint>
#include <string_view>

#include "ports/import_run.hpp"

namespace mrbill::catalog {

[[nodiscard]] RowSource::Row read_import_row(std::int64_t line, std::string_view json);

}  // namespace mrbill::catalog
