// One thread of a server: its event loop, its routes, its connections. Everything here belongs to that
// thread; what other threads want is posted to `io`.
//
// Invariants: `connections_` holds exactly the live connections; a connection is swept at most `tick` after
// its deadline; once draining, no connection is accepted and none is kept alive after its answer.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <base/clock.hpp>
#include <http/admission.hpp>
#include <http/buffered_random.hpp>
#include <http/listener.hpp>
#include <http/route_table.hpp>
#include <http/server.hpp>

namespace mrbill::http {

class Connection;

// asio::io_context destroys what waits on it only together with itself; a shard must do so while what it
// keeps still lives.
class ShardLoop : public asio::io_context {
 public:
  ShardLoop() : asio::io_context(1) {}
  void abandon_waiting() { shutdown(); }
};

// Counted by every thread of a process.
struct ProcessLoad {
  std::atomic<std::size_t> connections{0};
  std::atomic<std::size_t> requests{0};
  std::atomic<std::size_t> body_bytes{0};
};

class ShardCore final : public Shard {
 public:
  ShardCore(unsigned index, const ServerOptions& options, metrics::Registry& registry, ProcessLoad& load);
  ~ShardCore() override;

  asio::io_context& io() override { return io_; }
  [[nodiscard]] unsigned index() const override { return index_; }
  [[nodiscard]] bool retiring() const override { return retiring_; }
  void mount(std::vector<Route> routes) override { api_.mount(std::move(routes)); }
  void mount_internal(std::vector<Route> routes) override { internal_.mount(std::move(routes)); }
  void authenticate_with(std::shared_ptr<Authenticator> authenticator) override {
    authenticator_ = std::move(authenticator);
  }
  void admit_with(std::vector<AdmissionClass> classes) override { admission_.set(std::move(classes)); }
  void gate_with(Gate gate, GateStage stage) override;
  void ready_when(std::string name, std::function<bool()> check) override;
  void on_shutdown(std::function<Task<>()> action) override {
    shutdown_actions_.push_back(std::move(action));
  }
  void keep(std::shared_ptr<void> owned) override { kept_.push_back(std::move(owned)); }

  // The server's side. Ports are opened before the threads start.
  std::uint16_t take_api_port(std::uint16_t port) { return take_port(port, api_); }
  std::uint16_t take_internal_port(std::uint16_t port) { return take_port(port, internal_); }
  void listen();
  void run();         // the thread's body
  void retire();      // not ready; answers say Connection: close
  void step_aside();  // for all threads: a successor gets the new connections
  void share_evenly();
  void stop_accepting();
  [[nodiscard]] Task<> drain(Deadline deadline);  // until no connection is left, or cuts them off
  [[nodiscard]] Task<> shut_down();
  void stop() { io_.stop(); }
  [[nodiscard]] std::optional<std::string> unready() const;  // the name of the first check that does not hold

  // The connections' side.
  [[nodiscard]] const ServerOptions& options() const { return options_; }
  [[nodiscard]] Authenticator* authenticator() const { return authenticator_.get(); }
  [[nodiscard]] const std::vector<Gate>& gates(GateStage stage) const;
  [[nodiscard]] Random& random() { return random_; }
  [[nodiscard]] ProcessLoad& load() { return load_; }
  [[nodiscard]] Admission& admission() { return admission_; }
  [[nodiscard]] metrics::Gauge& in_flight() { return in_flight_; }
  [[nodiscard]] bool bounds_load(const RouteTable& routes) const {
    return &routes == &api_;
  }  // health is always told
  [[nodiscard]] std::string_view date();

 private:
  void adopt(Socket socket, RouteTable& routes);
  std::uint16_t take_port(std::uint16_t port, RouteTable& routes);
  void ended(Connection& connection);
  static void log_failure(const std::exception_ptr& failure);
  void sweep_later();
  void sweep();

  unsigned index_;
  const ServerOptions& options_;
  ProcessLoad& load_;
  SystemRandom entropy_;
  BufferedRandom random_{entropy_};
  SystemClock clock_;
  metrics::Gauge& in_flight_;
  metrics::Gauge& open_connections_;

  ShardLoop io_;
  Admission admission_;
  RouteTable api_;
  RouteTable internal_;
  std::shared_ptr<Authenticator> authenticator_;
  std::vector<Gate> before_authentication_;
  std::vector<Gate> after_authentication_;
  std::vector<std::pair<std::string, std::function<bool()>>> checks_;
  std::vector<std::function<Task<>()>> shutdown_actions_;
  std::vector<std::shared_ptr<void>> kept_;

  std::vector<std::unique_ptr<Listener>> listeners_;
  struct Connections;
  std::unique_ptr<Connections> connections_;
  asio::steady_timer sweeper_{io_};
  asio::steady_timer drained_{io_};
  bool sweeping_ = false;
  bool retiring_ = false;
  std::int64_t date_second_ = 0;
  std::string date_;
};

}  // namespace mrbill::http
