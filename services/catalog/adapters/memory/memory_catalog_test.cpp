#include "adapters/memory/memory_catalog.hpp"

#include <testing/run.hpp>

#include "ports/poc_store_contract.hpp"

namespace mrbill::catalog {
namespace {

struct MemoryWorld {
  MemoryCatalog catalog;
  PocStore& store() { return catalog; }
  PocWriter& writer() { return catalog; }
  void name(const Caller& caller, const std::string& full_name) { catalog.name(caller, full_name); }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, PocStoreContract, MemoryWorld);

}  // namespace mrbill::catalog
