#include <objects/memory_store.hpp>
#include <objects/object_store_contract.hpp>
#include <testing/manual_clock.hpp>

namespace mrbill::objects {
namespace {

struct MemoryFixture {
  asio::io_context io;
  testing::ManualClock clock;
  MemoryStore memory{clock};
  ObjectStore& store() { return memory; }
};

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, ObjectStoreContract, MemoryFixture);

}  // namespace
}  // namespace mrbill::objects
