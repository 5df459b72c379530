#include "adapters/memory/memory_index_marks.hpp"

#include <testing/run.hpp>

#include "ports/index_mark_store_contract.hpp"

namespace mrbill::catalog {
namespace {

struct MemoryMarksWorld {
  MemoryIndexMarks memory;
  testing::SeededRandom random;
  IndexMarkStore& marks() { return memory; }
  Uuid mark() { return {random.bytes<16>()}; }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, IndexMarkStoreContract, MemoryMarksWorld);

}  // namespace mrbill::catalog
