#include "adapters/memory/memory_import_run.hpp"

#include <testing/run.hpp>

#include "ports/import_run_contract.hpp"

namespace mrbill::catalog {
namespace {

struct MemoryWorld {
  MemoryImportRun memory;
  ImportRun& import() { return memory; }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, ImportRunContract, MemoryWorld);

}  // namespace mrbill::catalog
