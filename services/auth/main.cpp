// mrbill-auth: sign-up, sign-in, sessions, companies and their members.
#include <config/program.hpp>
#include <contract/problems.hpp>

#include "adapters/argon2/argon2_hasher.hpp"
#include "api_shard.hpp"

namespace mrbill::auth {
namespace {

http::Pages pages_of(const ApiConfig& config) {
  const auto language = locales::nearest(config.preferences.locale);
  return {.addresses = PageRoutes::addresses(),
          .in_phrasebook_language = language == locales::Language::portuguese};
}

int serve(ApiConfig config) {
  log::start("auth", config.common.log_level);
  metrics::Registry registry;
  const SystemClock clock;
  Argon2Hasher hasher({.threads = config.hashing_threads, .queue = config.hashing_queue}, registry);
  identity::Guard guard({.service = "auth",
                         .auth_url = {},
                         .service_jwks = config.service_jwks,
                         .installation_key = config.common.installation_key},
                        clock, registry);
  const http::ServerOptions options{.service = "auth",
                                    .port = config.port,
                                    .internal_port = config.internal_port,
                                    .threads = config.threads,
                                    .deregistration_delay = config.common.deregistration_delay,
                                    .listen_when_ready = config.listen_when_ready,
                                    .gateway_key = config.gateway_key,
                                    .installation_key = config.common.installation_key,
                                    .phrasebook = &contract::phrasebook(),
                                    .pages = pages_of(config)};
  ApiProcess process{std::move(config), registry, hasher, guard, clock};
  http::Server server(options, registry, [&](http::Shard& shard) {
    auto parts = std::make_shared<ApiShard>(process, shard);
    parts->mount(shard);
    shard.keep(parts);
  });
  return server.run();
}

}  // namespace
}  // namespace mrbill::auth

int main() {
  return mrbill::config::run_program(mrbill::auth::read_api_config, mrbill::auth::serve);
}
