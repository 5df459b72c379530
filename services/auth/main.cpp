// mrbill-auth: sign-up, sign-in, sessions, companies and their members.
#include <contract/problems.hpp>
#include <host/process.hpp>

#include "adapters/argon2/argon2_hasher.hpp"
#include "api_shard.hpp"

namespace mrbill::auth {
namespace {

http::Pages pages_of(const ApiConfig& config) {
  const auto language = locales::nearest(config.preferences.locale);
  return {.addresses = PageRoutes::addresses(),
          .in_phrasebook_language = language == locales::Language::portuguese};
}

int serve(const ApiConfig& config) {
  host::Process process(config.host);
  Argon2Hasher hasher({.threads = config.hashing_threads, .queue = config.hashing_queue}, process.registry());
  identity::Guard guard({.service = "auth",
                         .auth_url = {},
                         .service_jwks = config.service_jwks,
                         .installation_key = config.host.installation_key},
                        process.clock(), process.registry());
  auto options = host::api_options(config.host, contract::phrasebook());
  options.pages = pages_of(config);
  const ApiProcess parts{config, hasher, guard};
  return process.serve<ApiShard>(options, parts);
}

}  // namespace
}  // namespace mrbill::auth

int main() {
  return mrbill::config::run_program(mrbill::auth::read_api_config, mrbill::auth::serve);
}
