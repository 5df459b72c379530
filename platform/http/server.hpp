// The HTTP/1.1 server of a service: one io_context per thread, every thread accepts on the same
// port (SO_REUSEPORT).
//
//   http::Server server(options, [&](http::Shard& shard) {
//     auto app = std::make_shared<App>(config, shard.io);      // everything of this thread
//     shard.mount(contract::auth::routes(app->api));
//     shard.keep(app);
//   });
//   return server.run();      // until SIGTERM: not ready at once, drains, closes, returns 0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/secret.hpp>
#include <http/message.hpp>
#include <metrics/metrics.hpp>

namespace boost::asio {
class io_context;
}

namespace mrbill::http {

struct Phrasebook;  // phrasebook.hpp

// Answers who a request speaks for, or the problem to send (401 with WWW-Authenticate, 503 when it
// cannot know).
class Authenticator {
 public:
  virtual ~Authenticator() = default;
  // Fills request.principal, or returns the refusal.
  [[nodiscard]] virtual Task<std::optional<Response>> admit(Request& request, Access access) = 0;
  // Whether nothing is known against somebody who was admitted and is still being answered: an answer that
  // its reader takes slowly is cut off where there is.
  [[nodiscard]] virtual bool still_vouches_for(const Principal&) const { return true; }
};

// A request may be refused before its handler (rate limits); nothing means go on. What it puts into
// request.answer_headers is sent with the answer, whoever makes it.
using Gate = std::function<std::optional<Response>(Request&, const Route&)>;
enum class GateStage : std::uint8_t { before_authentication, after_authentication };

// The addresses that people open with a browser, and what lies under them: what goes wrong there is told in a
// page (problem_page.hpp).
struct Pages {
  std::vector<std::string> addresses = {};  // "/s"
  bool in_phrasebook_language = false;      // to a reader who names neither: rather than in English
};

struct ServerOptions {
  std::string service;  // for metrics and logs
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // of the API; 0 picks a free one
  std::uint16_t internal_port =
      0;  // /internal/..., /metrics, /health/live, /health/ready: never routed from outside
  unsigned threads = 2;
  bool serves_api = true;                  // false: a worker, with the internal listener alone
  bool access_log = true;                  // one line a request
  std::size_t max_connections = 10'000;    // per process; 503 beyond
  std::size_t max_in_flight = 4'000;       // requests being handled, per process; 503 beyond
  std::size_t max_body_bytes = 256 << 20;  // of all bodies being received or handled, per process; 503 beyond
  // A refusal of an overloaded class takes so long, for who asks again at once would keep the threads busy
  // with refusals.
  std::chrono::milliseconds shed_after{1'000};
  std::size_t max_target_bytes = 8 * 1024;   // 414 beyond
  std::size_t max_header_bytes = 16 * 1024;  // 431 beyond
  std::chrono::milliseconds header_timeout{10'000};
  std::chrono::milliseconds body_timeout{30'000};     // and a second more for each 64 KiB received
  std::chrono::milliseconds write_timeout{30'000};    // the same for what is sent
  std::chrono::milliseconds idle_timeout{75'000};     // keep-alive; longer than the gateway's
  std::chrono::milliseconds request_timeout{30'000};  // 503 beyond
  std::chrono::milliseconds deregistration_delay{0};  // goes on serving after SIGTERM, not ready
  std::chrono::milliseconds drain_timeout{20'000};
  // An idle connection may still carry one more request. Longer than the gateway keeps one, so that the
  // gateway is who closes it: a request never meets a connection that is just being closed.
  std::chrono::milliseconds drain_idle_grace{6'000};
  std::chrono::milliseconds shutdown_timeout{5'000};  // of the on_shutdown actions of a thread, together
  bool listen_when_ready =
      false;                // the successor of a process that serves: no connection before it can answer
  Secret gateway_key = {};  // X-Forwarded-For counts only beside it, in X-Gateway-Key; without one, never
  Secret installation_key = {};  // the bearer token of routes for Access::installation; without one, nobody's
  const Phrasebook* phrasebook =
      nullptr;  // problems are said in its language to who prefers it; without one, in English
  Pages pages = {};
};

struct AdmissionClass;  // admission.hpp

// One thread's part of a service.
class Shard {
 public:
  virtual ~Shard() = default;
  [[nodiscard]] virtual asio::io_context& io() = 0;
  [[nodiscard]] virtual unsigned index() const = 0;
  // Told to stop: streams that could go on for long end soon, or the drain waits for them.
  [[nodiscard]] virtual bool retiring() const = 0;
  virtual void mount(std::vector<Route> routes) = 0;           // public listener
  virtual void mount_internal(std::vector<Route> routes) = 0;  // internal listener
  virtual void authenticate_with(std::shared_ptr<Authenticator> authenticator) = 0;
  // How many requests of the public listener are worked on at once, by class; without it max_in_flight
  // alone counts.
  virtual void admit_with(std::vector<AdmissionClass> classes) = 0;
  virtual void gate_with(Gate gate, GateStage stage = GateStage::after_authentication) = 0;
  // Ready while every check says so; the name of the first that does not is in the answer of /health/ready.
  // The check runs on this thread.
  virtual void ready_when(std::string name, std::function<bool()> check) = 0;
  virtual void on_shutdown(std::function<Task<>()> action) = 0;  // after draining, in reverse order
  virtual void keep(std::shared_ptr<void> owned) = 0;            // lives as long as the shard
};

class Server {
 public:
  // Composes every shard and opens the ports; throws when a port cannot be had. Until run() connections wait.
  Server(ServerOptions options, metrics::Registry& registry, std::function<void(Shard&)> compose);
  ~Server();
  int run();    // blocks; the process's exit code
  void stop();  // as SIGTERM does; from any thread
  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] std::uint16_t internal_port() const;
  [[nodiscard]] bool listening() const;  // false: a successor that is not ready yet

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mrbill::http
