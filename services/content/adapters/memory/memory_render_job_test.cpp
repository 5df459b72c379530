#include "adapters/memory/memory_render_job.hpp"

#include <testing/run.hpp>

#include "ports/render_job_contract.hpp"

namespace mrbill::content {
namespace {

struct MemoryWorld {
  MemoryRenderJob memory;
  MemoryWorld() {
    testing::ManualClock clock;
    testing::SeededRandom random;
    auto& request = memory.wanted.emplace();
    request.id = RequestId{new_uuid(clock, random)};
    request.created_at = clock.now();
  }
  RenderJob& job() { return memory; }
  RenderJob& rival() { return memory; }
  void remove_request() { memory.wanted.reset(); }
  void own(const Track& track) { memory.track = track; }
  template <class Condition>
  bool given(Condition condition) {
    return condition();
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, RenderJobContract, MemoryWorld);

}  // namespace mrbill::content
