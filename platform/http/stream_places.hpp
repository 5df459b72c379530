// Bounds the answers that are streamed (events, exports): each holds a connection, memory and often a
// connection to the database for as long as its reader likes. So a person has so many at once, and a company
// so many, in one process.
//
//   auto places = std::make_shared<StreamPlaces>(StreamBounds{});               // one for all threads
//   shard.mount(with_bounded_streams(contract::content::routes(api), places));  // beyond: 429
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include <base/uuid.hpp>
#include <http/message.hpp>

namespace mrbill::http {

struct StreamBounds {
  std::size_t of_person = 20;
  std::size_t of_company = 100;
};

// Of all threads. Safety: what is taken never exceeds the bounds. Liveness: a place is free again once its
// last copy is gone.
class StreamPlaces : public std::enable_shared_from_this<StreamPlaces> {
 public:
  using Place = std::shared_ptr<void>;  // owned by the stream's answer

  explicit StreamPlaces(StreamBounds bounds) : bounds_(bounds) {}
  // Nothing when the person's or the company's are taken.
  [[nodiscard]] Place take(TenantId tenant, UserId user);

 private:
  using Counts = std::unordered_map<Uuid, std::size_t>;
  void give_back(TenantId tenant, UserId user);
  static void take_one_off(Counts& counts, Uuid id);

  StreamBounds bounds_;
  std::mutex mutex_;
  Counts of_person_;
  Counts of_company_;
};

// The same routes, with a place for each answer to a person that is streamed.
[[nodiscard]] std::vector<Route> with_bounded_streams(std::vector<Route> routes,
                                                      std::shared_ptr<StreamPlaces> places);

}  // namespace mrbill::http
