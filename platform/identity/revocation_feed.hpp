// Keeps a process's Revocations complete: asks auth, again and again, what was revoked since it asked last.
//
//   RevocationFeed feed(io, revocations, [&](std::string since) { return fetch(since); }, clock, registry);
//   feed.start();                       // on one thread of the process
//
// The truth is a table of auth's, written in the transaction that revokes; nothing on the way can lose or
// evict it. An answer names where it ends (a cursor), and the next question begins there: what is asked for
// is what is new. All that was committed before the question is in the answer, so an answer makes the memory
// complete up to the moment of its question. Auth keeps a question open for a while when there is nothing to
// tell: so news comes within a tenth of a second and asking is cheap.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <identity/revocations.hpp>
#include <metrics/metrics.hpp>

namespace boost::asio {
class io_context;
}

namespace mrbill::identity {

// What was revoked since a cursor. Not complete: there is more behind the new one.
struct RevocationPage {
  std::vector<Revocation> revocations;
  std::string cursor;
  bool complete = true;
};

class RevocationFeed {
 public:
  using Moment = Revocations::Moment;
  // Throws when auth is away. Without a cursor ("") it tells all that still matters.
  using Fetch = std::function<Task<RevocationPage>(std::string since)>;
  static constexpr std::chrono::milliseconds pause{100};  // between an answer and the next question

  RevocationFeed(asio::io_context& io, Revocations& revocations, Fetch fetch, const Clock& clock,
                 metrics::Registry& registry);
  ~RevocationFeed();
  RevocationFeed(const RevocationFeed&) = delete;
  RevocationFeed& operator=(const RevocationFeed&) = delete;

  void start();  // asks until stop()
  void stop();
  [[nodiscard]] Task<> tick(Moment now = std::chrono::steady_clock::now());  // one question

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace mrbill::identity
