// A program: its configuration, its parts, their loops. What a main.cpp says:
//
//   int main() { return mrbill::host::run_worker<WorkerParts>(read_worker_config); }
//
// where read_worker_config(env) is a struct with host::Settings as its member `host`, and the parts are
//
//   WorkerParts(const WorkerConfig& config, host::Host& host);
//   void start(host::Host& host);
#pragma once

#include <functional>
#include <memory>

#include <base/clock.hpp>
#include <config/program.hpp>
#include <host/host.hpp>
#include <host/settings.hpp>
#include <http/server.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::host {

[[nodiscard]] http::ServerOptions worker_options(const Settings& settings);
// Without the pages of those that have some.
[[nodiscard]] http::ServerOptions api_options(const ApiSettings& settings,
                                              const http::Phrasebook& phrasebook);

class Process {
 public:
  explicit Process(const Settings& settings);  // its log begins

  [[nodiscard]] metrics::Registry& registry() { return registry_; }
  [[nodiscard]] const Clock& clock() const { return clock_; }

  // Until SIGTERM; the exit code. Each thread has Parts(arguments..., host) of its own.
  template <class Parts, class... Arguments>
  int serve(const http::ServerOptions& options, Arguments&... arguments) {
    return serve_composed(options, [&](Host& host) {
      auto parts = std::make_shared<Parts>(arguments..., host);
      parts->start(host);
      return parts;
    });
  }

 private:
  int serve_composed(const http::ServerOptions& options,
                     const std::function<std::shared_ptr<void>(Host&)>& compose);

  std::string member_;
  metrics::Registry registry_;
  SystemClock clock_;
};

// One thread, the internal listener alone.
template <class Parts, class Read>
int run_worker(Read read) {
  return config::run_program(read, [](const auto& config) {
    Process process(config.host);
    return process.serve<Parts>(worker_options(config.host), config);
  });
}

}  // namespace mrbill::host
