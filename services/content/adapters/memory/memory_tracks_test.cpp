#include "adapters/memory/memory_tracks.hpp"

#include <testing/run.hpp>

#include "ports/tracks_contract.hpp"

namespace mrbill::content {
namespace {

struct MemoryWorld {
  MemoryTracks memory;
  Tracks& tracks() { return memory; }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, TracksContract, MemoryWorld);

}  // namespace mrbill::content
