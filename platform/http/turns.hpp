// What a company writes goes in its turn. Writes of one company wait for each other in the database (its
// counter, its quota); many at once would each hold a place of admission and a connection while they wait,
// and nobody else would find one.
//
//   auto turns = std::make_shared<Turns>(TurnBounds{});                          // of one thread
//   shard.mount(with_turns(contract::catalog::routes(api), {"createPoc", "updatePoc"}, turns));
//
// Who has to wait leaves their place of admission to others. Beyond the bounds of the line:
// 429 too_many_writes.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <async/semaphore.hpp>
#include <base/uuid.hpp>
#include <http/message.hpp>

namespace mrbill::http {

struct TurnBounds {
  std::size_t at_once = 2;    // of a company: one writes, one is about to
  std::size_t waiting = 512;  // of a company
  std::chrono::milliseconds wait{5'000};
};

// Safety: no company has more than `at_once` turns. Liveness: as Semaphore's; a company without writes
// is forgotten.
class Turns {
 public:
  using Line = std::shared_ptr<Semaphore>;

  explicit Turns(TurnBounds bounds) : bounds_(bounds) {}
  // The company's line, there for as long as somebody holds it.
  [[nodiscard]] Line line_of(TenantId tenant);
  [[nodiscard]] const TurnBounds& bounds() const { return bounds_; }
  [[nodiscard]] std::size_t lines() const { return lines_->size(); }

 private:
  using Lines = std::unordered_map<Uuid, std::weak_ptr<Semaphore>>;

  TurnBounds bounds_;
  std::shared_ptr<Lines> lines_ = std::make_shared<Lines>();
};

// The same routes, with a turn of the caller's company for each request of these operations.
[[nodiscard]] std::vector<Route> with_turns(std::vector<Route> routes,
                                            const std::vector<std::string_view>& operations,
                                            std::shared_ptr<Turns> turns);

}  // namespace mrbill::http
