// Redis on coroutines: hiredis' reader over an Asio socket. Commands of one turn of the event loop leave in
// one write and their answers come back in order (auto-pipelining). A Client belongs to one thread; it
// reconnects by itself.
//
//   auto reply = co_await redis.command("GET", key);
//   if (reply.is_null()) ...
//
// It throws Unavailable (away, too slow, too much in flight) and ReplyError (the server's own). Commands wait
// for the first connect, within their timeout; after it, while the connection is lost, they fail at once. A
// Client is never moved to another thread and is destroyed before its io_context.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <async/task.hpp>
#include <base/secret.hpp>
#include <metrics/metrics.hpp>
#include <redis/reply.hpp>
#include <redis/request.hpp>
#include <redis/script.hpp>

namespace boost::asio {
class io_context;
}

namespace mrbill::redis {

struct Options {
  Secret url;  // redis://[[user]:password@]host[:port][/database]
  std::chrono::milliseconds timeout{
      1'000};  // per command, connecting included; beyond it the connection is dropped
  std::size_t max_in_flight = 10'000;  // beyond it: Unavailable at once
  std::string name = "cache";          // label of its metrics
  std::chrono::milliseconds heartbeat{
      2'000};  // a connection silent for so long is pinged: half-open ones end
  std::chrono::milliseconds max_reconnect_pause{
      1'000};                             // the back-off's upper end; it begins at 20 ms and doubles
  std::size_t blocking_connections = 16;  // run_blocking at the same time; beyond it: Unavailable at once
};

class Client {
 public:
  Client(asio::io_context& io, Options options, metrics::Registry& registry);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  template <class... A>
  Task<Reply> command(A&&... arguments) {
    return run({to_argument(std::forward<A>(arguments))...});
  }
  Task<Reply> run(Arguments arguments);
  // MULTI, the commands, EXEC in one piece: all of them in this order or none. The answers may hold errors.
  Task<Reply::Array> transaction(std::vector<Arguments> commands);
  // For XREADGROUP BLOCK and friends: a connection of its own, so that it does not hold up the others.
  // max_wait is the command's own BLOCK. A cancelled caller ends that connection; what the server had handed
  // out to it may be lost to it.
  Task<Reply> run_blocking(Arguments arguments, std::chrono::milliseconds max_wait);
  // EVALSHA, and EVAL where the server does not know the script.
  Task<Reply> script(Script script, std::vector<std::string> keys, std::vector<std::string> arguments);

  // Pub/sub on a connection of its own. `connected` runs after each (re)connect, before messages flow: take
  // the snapshot there. One subscription a channel; the last one counts.
  void subscribe(std::string channel, std::function<void(std::string_view message)> received,
                 std::function<void()> connected = {});
  [[nodiscard]] bool connected() const;
  void close();  // what is in flight fails with Unavailable, and so does everything after

 private:
  struct State;
  static std::string to_argument(std::string_view text) { return std::string(text); }
  static std::string to_argument(std::int64_t number) { return std::to_string(number); }
  std::shared_ptr<State> state_;  // shared with the coroutines that keep the connections up, until close()
};

}  // namespace mrbill::redis
