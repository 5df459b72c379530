// mrbill-content: films and reports asked for, watched, shared; storyboards; files by signed link.
#include <base/random.hpp>
#include <contract/problems.hpp>
#include <host/process.hpp>

#include "api_shard.hpp"
#include "identity_options.hpp"

namespace mrbill::content {
namespace {

int serve(const ApiConfig& config) {
  host::Process process(config.host);
  SystemRandom random;
  identity::Guard guard({.service = "content",
                         .auth_url = config.auth_internal_url,
                         .service_jwks = config.service_jwks,
                         .installation_key = config.host.installation_key},
                        process.clock(), process.registry());
  const auto identity = service_identity(config.common, process.clock(), random);
  WorkPool file_threads(2, 64);
  auto options = host::api_options(config.host, contract::phrasebook());
  options.pages = {.addresses = {"/s"}, .in_phrasebook_language = true};
  const ApiProcess parts{config, guard, identity, file_threads,
                         std::make_shared<http::StreamPlaces>(http::StreamBounds{})};
  return process.serve<ApiShard>(options, parts);
}

}  // namespace
}  // namespace mrbill::content

int main() {
  return mrbill::config::run_program(mrbill::content::read_api_config, mrbill::content::serve);
}
