#include "adapters/memory/memory_saved_searches.hpp"

#include <testing/run.hpp>

#include "ports/saved_search_store_contract.hpp"

namespace mrbill::catalog {
namespace {

struct MemorySearchesWorld {
  MemorySavedSearches memory;
  SavedSearchStore& store() { return memory; }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, SavedSearchStoreContract, MemorySearchesWorld);

}  // namespace mrbill::catalog
