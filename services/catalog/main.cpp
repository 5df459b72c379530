// mrbill-catalog: POCs registered, changed, found, counted, imported, exported.
#include <contract/problems.hpp>
#include <host/process.hpp>

#include "api_shard.hpp"

namespace mrbill::catalog {
namespace {

// One thread is left for the others, whatever a tenant asks.
ShareOptions shares_of(const ApiConfig& config) {
  return {.threads = config.host.threads,
          .threads_of_one = std::max<std::size_t>(1, config.host.threads - 1),
          .each_second = std::chrono::duration<double>(config.search_percent / 100.0)};
}

int serve(const ApiConfig& config) {
  host::Process process(config.host);
  identity::Guard guard({.service = "catalog",
                         .auth_url = config.auth_internal_url,
                         .service_jwks = config.service_jwks,
                         .installation_key = config.host.installation_key},
                        process.clock(), process.registry());
  XapianPocSearch search({.folder = config.search_folder, .shares = shares_of(config)}, process.registry());
  WorkPool file_threads(2, 64);
  const ApiProcess parts{config, guard, search, file_threads,
                         std::make_shared<http::StreamPlaces>(http::StreamBounds{})};
  return process.serve<ApiShard>(host::api_options(config.host, contract::phrasebook()), parts);
}

}  // namespace
}  // namespace mrbill::catalog

int main() {
  return mrbill::config::run_program(mrbill::catalog::read_api_config, mrbill::catalog::serve);
}
