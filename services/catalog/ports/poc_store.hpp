// Reading POCs: a port. PostgreSQL here (adapters/postgres). A caller is never shown what they may not see:
// another tenant's, another person's private, another person's deleted. Their own deleted ones they are
// shown, with deleted_at.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <async/task.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

struct PocQuery {
  Caller caller;
  PocFilter filter = {};
  Sort sort = {};
  std::uint32_t offset = 0;               // used without `after`
  std::optional<PocPosition> after = {};  // rows beyond this one
  std::uint32_t limit = 20;
  bool count_total = true;
};

struct PocPage {
  std::vector<Poc> pocs = {};
  std::int64_t total = 0;                // over all pages; 0 when not asked for
  std::optional<PocPosition> next = {};  // where the next page begins; nothing on the last
};

// That a POC has changed, and nothing of what it says.
struct PocChange {
  PocId id;
  std::int64_t change_seq = 0;
};

class PocStore {
 public:
  virtual ~PocStore() = default;
  [[nodiscard]] virtual Task<std::optional<Poc>> find(Caller caller, PocId id) = 0;
  // Each as find() tells it, in no particular order; what it would not find is left out.
  [[nodiscard]] virtual Task<std::vector<Poc>> find_all(Caller caller, std::vector<PocId> ids) = 0;
  [[nodiscard]] virtual Task<PocPage> list(PocQuery query) = 0;  // without deleted ones
  // Changed after this change_seq, newest change first, own deleted ones included.
  [[nodiscard]] virtual Task<std::vector<Poc>> changed_since(Caller caller, std::int64_t change_seq,
                                                             int limit) = 0;
  // Which POCs of the tenant have changed after this change_seq, newest change first: others' private and
  // deleted ones included.
  [[nodiscard]] virtual Task<std::vector<PocChange>> changes_since(Caller caller, std::int64_t change_seq,
                                                                   int limit) = 0;
  [[nodiscard]] virtual Task<std::vector<PocId>> favorites(Caller caller) = 0;
  // The caller's own name, as POCs of theirs show it; nothing where nobody has told of them yet.
  [[nodiscard]] virtual Task<std::optional<std::string>> name_of(Caller caller) = 0;
};

}  // namespace mrbill::catalog
