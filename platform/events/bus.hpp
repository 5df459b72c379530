// The bus between services: a port. Redis Streams here (redis_bus.hpp), SNS and SQS on AWS; the contract
// suite (bus_contract.hpp) runs against every adapter.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <async/task.hpp>
#include <events/event.hpp>

namespace mrbill::events {

class EventBus {
 public:
  virtual ~EventBus() = default;
  // Returns once the bus has the events durably, in this order; throws when it has not.
  [[nodiscard]] virtual Task<> publish(std::vector<Event> events) = 0;
};

// What a handler makes of an event. done: it is acknowledged. later: it is delivered again after a back-off,
// `attempts` times in all, then goes to the dead letters; events of the same tenant wait behind it, those of
// others do not. poison: to the dead letters, at once.
// A handler that throws ServiceUnavailable (the world is away) is asked again without counting; any other
// exception counts like later.
struct Verdict {
  enum class Kind : std::uint8_t { done, later, poison };
  static const Verdict done;
  static const Verdict later;
  // The reason goes to the dead letters with the event: a clause without the people's words, "it is not what
  // its contract says".
  [[nodiscard]] static Verdict poison(std::string reason) { return {Kind::poison, std::move(reason)}; }

  Kind kind;
  std::string reason;
};
inline const Verdict Verdict::done{Kind::done, {}};
inline const Verdict Verdict::later{Kind::later, "its handler asked for another attempt"};

// Which life of the bus this is: another word after it lost what it had taken. Who follows others' state then
// asks for all of it.
using MeetBus = std::function<Task<>(std::string life)>;

struct Subscription {
  std::string group;               // one per kind of consumer; its members share the work
  std::string member;              // unique per process
  std::vector<std::string> types;  // events of other types are acknowledged unseen
  std::size_t batch = 100;
  std::size_t attempts = 10;  // then dead-letter
  // What a dead member held goes to another after so long, and a look each second: within five seconds. A
  // living one keeps what it holds, however long a handler takes.
  std::chrono::milliseconds redeliver_after{3'500};
  std::chrono::milliseconds min_retry_pause{100};  // the back-off of later: doubling from here
  std::chrono::milliseconds max_retry_pause{30'000};
  // called before the first event and whenever the bus was away; throws: tried again, nothing is read
  MeetBus meet_bus = {};
};

// Handlers are called at least once for each event, and must be idempotent by event id (inbox.hpp). One
// member is called with one event at a time, and with the events of a tenant in the order they were
// published, as far as it gets them: several members of a group share a tenant's events.
using Consume = std::function<Task<Verdict>(Event)>;

class EventSource {
 public:
  virtual ~EventSource() = default;
  // Until stop(), through every absence of the bus. Once for each source. Cancelled, it leaves without a
  // word, as a crash would.
  [[nodiscard]] virtual Task<> consume(Subscription subscription, Consume consume) = 0;
  // The event in hand is handled and acknowledged; what was fetched beyond it goes back for others at once.
  // Wait until consume() has left before the process ends, or others wait for redeliver_after.
  virtual void stop() = 0;
};

}  // namespace mrbill::events
