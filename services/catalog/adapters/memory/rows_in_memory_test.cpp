#include "adapters/memory/rows_in_memory.hpp"

#include <testing/run.hpp>

#include "ports/change_feed_contract.hpp"

namespace mrbill::catalog {
namespace {

struct MemoryWorld {
  RowsInMemory rows;
  ChangeFeed& feed() { return rows; }
  std::int64_t insert(const Poc& poc) {
    auto& row = rows.add(poc.content.name, poc.tenant, poc.creator);
    row.id = poc.id;
    return row.change_seq;
  }
  std::int64_t update(const Poc& poc) {
    if (poc.deleted_at) {
      rows.remove(poc.id, *poc.deleted_at);
    } else {
      rows.touch(rows.at(poc.id));
    }
    return rows.at(poc.id).change_seq;
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, ChangeFeedContract, MemoryWorld);

}  // namespace mrbill::catalog
