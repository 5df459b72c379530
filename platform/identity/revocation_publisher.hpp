// Auth's end of the revocation channel: tells every process what was revoked, and that nothing else was.
//
//   RevocationPublisher publisher(io, redis, [&] { return store.revocations(); }, clock, registry);
//   publisher.start();                                   // heartbeats; on one thread of each auth process
//   co_await publisher.publish({Revocation::of_session(session, clock.now())});   // after the commit
//
// The truth stays in auth's database. What Redis did not take, or lost in a restart, is repeated from there
// before the next heartbeat; without heartbeats the others ask auth.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <identity/revocation_feed.hpp>
#include <identity/revocations.hpp>
#include <identity/tokens.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::identity {

class RevocationPublisher {
 public:
  // Every revocation that is not past(), from the database; throws when it is away.
  using Truth = std::function<Task<std::vector<Revocation>>()>;
  static constexpr std::chrono::milliseconds beat_every{250};
  static constexpr std::chrono::seconds kept_for = access_token_lifetime + std::chrono::seconds(60);

  RevocationPublisher(asio::io_context& io, redis::Client& redis, Truth truth, const Clock& clock,
                      metrics::Registry& registry, std::string name = std::string(revocation_channel));
  ~RevocationPublisher();
  RevocationPublisher(const RevocationPublisher&) = delete;
  RevocationPublisher& operator=(const RevocationPublisher&) = delete;

  void start();  // beats until stop()
  void stop();

  // Does not throw: what Redis cannot take now, the next beat repeats.
  [[nodiscard]] Task<> publish(std::vector<Revocation> revocations);
  [[nodiscard]] Task<> beat();  // what start() does each beat_every

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace mrbill::identity
