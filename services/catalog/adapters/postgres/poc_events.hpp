// What the catalogue tells the other services (contracts/events): poc.changed and pocs.imported.
#pragma once

#include <cstdint>

#include <base/random.hpp>
#include <events/event.hpp>

#include "domain/import.hpp"
#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

// poc.change_seq is the one the change was given.
[[nodiscard]] events::Event poc_changed(const Clock& clock, Random& random, const Caller& by, const Poc& poc,
                                        Change change);

// Rows of the tenant up to change_seq have changed, `count` of them by this import.
[[nodiscard]] events::Event pocs_imported(const Clock& clock, Random& random, const Caller& by,
                                          ImportId import, std::int64_t count, std::int64_t change_seq);

}  // namespace mrbill::catalog
