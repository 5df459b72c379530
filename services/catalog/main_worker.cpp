// mrbill-catalog-worker: publishes the outbox, takes in imports, follows people, clears what has outlived
// its time.
#include <config/program.hpp>

#include "worker_shard.hpp"

namespace mrbill::catalog {
namespace {

int serve(const WorkerConfig& config) {
  log::start("catalog-worker", config.common.log_level);
  metrics::Registry registry;
  const SystemClock clock;
  const http::ServerOptions options{.service = "catalog-worker",
                                    .internal_port = config.internal_port,
                                    .threads = 1,
                                    .serves_api = false,
                                    .deregistration_delay = config.common.deregistration_delay,
                                    .installation_key = config.common.installation_key};
  http::Server server(options, registry, [&](http::Shard& shard) {
    auto parts = std::make_shared<WorkerShard>(config, shard, registry, clock);
    parts->start(shard);
    shard.keep(parts);
  });
  return server.run();
}

}  // namespace
}  // namespace mrbill::catalog

int main() {
  return mrbill::config::run_program(mrbill::catalog::read_worker_config, mrbill::catalog::serve);
}
