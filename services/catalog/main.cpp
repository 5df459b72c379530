// mrbill-catalog: POCs registered, changed, found, counted, imported, exported.
#include <config/program.hpp>
#include <contract/problems.hpp>

#include "api_shard.hpp"

namespace mrbill::catalog {
namespace {

// One thread is left for the others, whatever a tenant asks.
ShareOptions shares_of(const ApiConfig& config) {
  return {.threads = config.threads,
          .threads_of_one = std::max<std::size_t>(1, config.threads - 1),
          .each_second = std::chrono::duration<double>(config.search_percent / 100.0)};
}

int serve(const ApiConfig& config) {
  log::start("catalog", config.common.log_level);
  metrics::Registry registry;
  const SystemClock clock;
  identity::Guard guard({.service = "catalog",
                         .auth_url = config.auth_internal_url,
                         .service_jwks = config.service_jwks,
                         .installation_key = config.common.installation_key},
                        clock, registry);
  XapianPocSearch search({.folder = config.search_folder, .shares = shares_of(config)}, registry);
  WorkPool file_threads(2, 64);
  const http::ServerOptions options{.service = "catalog",
                                    .port = config.port,
                                    .internal_port = config.internal_port,
                                    .threads = config.threads,
                                    .deregistration_delay = config.common.deregistration_delay,
                                    .listen_when_ready = config.listen_when_ready,
                                    .gateway_key = config.gateway_key,
                                    .installation_key = config.common.installation_key,
                                    .phrasebook = &contract::phrasebook()};
  const auto streams = std::make_shared<http::StreamPlaces>(http::StreamBounds{});
  const ApiProcess process{config, registry, clock, guard, search, file_threads, streams};
  http::Server server(options, registry, [&](http::Shard& shard) {
    auto parts = std::make_shared<ApiShard>(process, shard);
    parts->mount(shard);
    shard.keep(parts);
  });
  return server.run();
}

}  // namespace
}  // namespace mrbill::catalog

int main() {
  return mrbill::config::run_program(mrbill::catalog::read_api_config, mrbill::catalog::serve);
}
