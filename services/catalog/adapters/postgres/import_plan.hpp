// What a batch of an import does to the POCs that are there: pure, so that its rules are tested without
// a database.
#pragma once

#include <vector>

#include <base/random.hpp>

#include "adapters/postgres/poc_rows.hpp"
#include "ports/import_run.hpp"

namespace mrbill::catalog {

struct ImportPlan {
  std::vector<Poc> created = {};
  std::vector<PocUpdate> updated = {};
  std::vector<Poc> overwritten = {};  // what those were, in the same order
  std::int64_t unchanged = 0;

  [[nodiscard]] std::int64_t writes() const {
    return static_cast<std::int64_t>(created.size() + updated.size());
  }
  // The last of them; the rows get theirs in order, created before updated.
  void number_up_to(std::int64_t last_change_seq);
};

struct KnownPoc {
  std::string import_key = {};
  Poc poc = {};
};
// Times that the file gives are kept; those it leaves out stay as they are, or are `now`.
[[nodiscard]] ImportPlan plan_import(std::vector<ImportRow> rows, const std::vector<KnownPoc>& known,
                                     const Caller& creator, Timestamp now, const Clock& clock,
                                     Random& random);

}  // namespace mrbill::catalog
