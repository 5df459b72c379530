// mrbill-content-worker: makes films and reports, publishes the outbox, follows people, runs schedules,
// clears what has outlived its time.
#include <stdexcept>

#include <config/program.hpp>

#include "worker_shard.hpp"

namespace mrbill::content {
namespace {

identity::ServiceIdentity identity_of(const CommonConfig& config, const Clock& clock, Random& random) {
  auto identity = identity::ServiceIdentity::from_pem("content", config.service_key, clock, random);
  if (!identity) throw std::invalid_argument("MRBILL_SERVICE_KEY is not a P-256 key in PKCS#8");
  return *std::move(identity);
}

int serve(const WorkerConfig& config) {
  log::start("content-worker", config.common.log_level);
  metrics::Registry registry;
  const SystemClock clock;
  SystemRandom random;
  const auto identity = identity_of(config.common, clock, random);
  const http::ServerOptions options{.service = "content-worker",
                                    .internal_port = config.internal_port,
                                    .threads = 1,
                                    .serves_api = false,
                                    .deregistration_delay = config.common.deregistration_delay,
                                    .installation_key = config.common.installation_key};
  http::Server server(options, registry, [&](http::Shard& shard) {
    auto parts = std::make_shared<WorkerShard>(config, shard, registry, clock, identity);
    parts->start(shard);
    shard.keep(parts);
  });
  return server.run();
}

}  // namespace
}  // namespace mrbill::content

int main() {
  return mrbill::config::run_program(mrbill::content::read_worker_config, mrbill::content::serve);
}
