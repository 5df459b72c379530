#include "adapters/memory/memory_sharing.hpp"

#include <testing/run.hpp>

#include "ports/sharing_contract.hpp"

namespace mrbill::content {
namespace {

struct MemoryWorld {
  MemorySharing memory;
  Sharing& sharing() { return memory; }
  void add(const Caller& caller, RequestId id, FilmIs kind) {
    Request request;
    request.id = id;
    if (kind == FilmIs::finished) {
      request.status = Status::completed;
      request.render.emplace().private_pocs = private_pocs_of_films;
    }
    memory.add(caller, std::move(request));
  }
  void name(const Caller& caller, std::string full_name) { memory.name(caller, std::move(full_name)); }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, SharingContract, MemoryWorld);

}  // namespace mrbill::content
