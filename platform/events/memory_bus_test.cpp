#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <events/bus_contract.hpp>
#include <events/memory_bus.hpp>

namespace mrbill::events {
namespace {

class MemoryHarness {
 public:
  MemoryHarness(asio::io_context& io, metrics::Registry& registry) : bus_(io), registry_(registry) {}
  EventBus& bus() { return bus_; }
  std::unique_ptr<EventSource> source() { return std::make_unique<MemorySource>(bus_, registry_); }
  void publish_body(std::string body) { bus_.publish_body(std::move(body)); }
  void lose_everything() { bus_.lose_everything(); }
  std::vector<std::string> dead_letters() {
    std::vector<std::string> bodies;
    for (const auto& letter : bus_.dead_letters()) bodies.push_back(letter.body);
    return bodies;
  }
  std::vector<std::string> dead_letter_reasons() {
    std::vector<std::string> reasons;
    for (const auto& letter : bus_.dead_letters()) reasons.push_back(letter.reason);
    return reasons;
  }

 private:
  MemoryBus bus_;
  metrics::Registry& registry_;
};

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, BusContract, MemoryHarness);

}  // namespace
}  // namespace mrbill::events
