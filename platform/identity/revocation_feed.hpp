// Keeps a process's Revocations complete: listens on Redis, and when that is silent asks auth itself.
//
//   RevocationFeed feed(io, revocations, {.read_set = ..., .ask_auth = ...}, clock);
//   feed.start();                       // on one thread of the process
//   redis.subscribe("revocations", [&](auto line) { feed.received(line); }, [&] { feed.connected(); });
//
// The channel carries revocations and, each 250 ms, "heartbeat". Redis keeps the order of a channel, so a
// heartbeat proves that everything published before it has arrived, provided that what was published before
// we listened was read from the set: heartbeats count only once the set was read after the (re)connect. The
// set is believed only while it holds the mark "complete", which auth writes last and a restarted Redis has
// lost.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <identity/revocations.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::redis {
class Client;
}
namespace boost::asio {
class io_context;
}

namespace mrbill::identity {

inline constexpr std::string_view revocation_channel = "revocations";  // and the name of the set
inline constexpr std::string_view heartbeat_word = "heartbeat";
inline constexpr std::string_view complete_mark = "complete";

class RevocationFeed {
 public:
  using Moment = Revocations::Moment;
  static constexpr std::chrono::milliseconds silence{1'000};  // then auth is asked
  static constexpr std::chrono::milliseconds tick_every{250};

  struct Sources {
    std::function<Task<std::vector<std::string>>()>
        read_set;  // the members of Redis' set; throws when it is away
    std::function<Task<std::vector<Revocation>>()>
        ask_auth;  // all that still matter; throws when auth is away
  };

  RevocationFeed(asio::io_context& io, Revocations& revocations, Sources sources, const Clock& clock,
                 metrics::Registry& registry);
  ~RevocationFeed();
  RevocationFeed(const RevocationFeed&) = delete;
  RevocationFeed& operator=(const RevocationFeed&) = delete;

  void start();  // ticks until stop()
  void stop();

  // What happens to it; start() and the subscription call these, tests do too.
  void connected();
  void received(std::string_view line, Moment now = std::chrono::steady_clock::now());
  [[nodiscard]] Task<> tick(Moment now = std::chrono::steady_clock::now());

 private:
  struct State;
  std::shared_ptr<State> state_;
};

// The feed over a Redis client of the same thread, subscribed and started. `name` is channel and set.
[[nodiscard]] std::shared_ptr<RevocationFeed> follow_revocations(
    asio::io_context& io, redis::Client& redis, Revocations& revocations,
    std::function<Task<std::vector<Revocation>>()> ask_auth, const Clock& clock, metrics::Registry& registry,
    std::string name = std::string(revocation_channel));

}  // namespace mrbill::identity
