// mrbill-content: films and reports asked for, watched, shared; storyboards; files by signed link.
#include <stdexcept>

#include <config/program.hpp>
#include <contract/problems.hpp>

#include "api_shard.hpp"

namespace mrbill::content {
namespace {

identity::ServiceIdentity identity_of(const CommonConfig& config, const Clock& clock, Random& random) {
  auto identity = identity::ServiceIdentity::from_pem("content", config.service_key, clock, random);
  if (!identity) throw std::invalid_argument("MRBILL_SERVICE_KEY is not a P-256 key in PKCS#8");
  return *std::move(identity);
}

int serve(const ApiConfig& config) {
  log::start("content", config.common.log_level);
  metrics::Registry registry;
  const SystemClock clock;
  SystemRandom random;
  identity::Guard guard({.service = "content",
                         .auth_url = config.auth_internal_url,
                         .service_jwks = config.service_jwks,
                         .installation_key = config.common.installation_key},
                        clock, registry);
  const auto identity = identity_of(config.common, clock, random);
  WorkPool file_threads(2, 64);
  const http::ServerOptions options{.service = "content",
                                    .port = config.port,
                                    .internal_port = config.internal_port,
                                    .threads = config.threads,
                                    .deregistration_delay = config.common.deregistration_delay,
                                    .listen_when_ready = config.listen_when_ready,
                                    .gateway_key = config.gateway_key,
                                    .installation_key = config.common.installation_key,
                                    .phrasebook = &contract::phrasebook(),
                                    .pages = {.addresses = {"/s"}, .in_phrasebook_language = true}};
  const auto streams = std::make_shared<http::StreamPlaces>(http::StreamBounds{});
  const ApiProcess process{config, registry, clock, guard, identity, file_threads, streams};
  http::Server server(options, registry, [&](http::Shard& shard) {
    auto parts = std::make_shared<ApiShard>(process, shard);
    parts->mount(shard);
    shard.keep(parts);
  });
  return server.run();
}

}  // namespace
}  // namespace mrbill::content

int main() {
  return mrbill::config::run_program(mrbill::content::read_api_config, mrbill::content::serve);
}
