#include <stdexcept>

#include <http/client.hpp>
#include <identity/guard.hpp>
#include <identity/http_sources.hpp>

namespace mrbill::identity {
namespace {

ServiceTrust to_trust(const GuardOptions& options) {
  auto keys = jwt::KeySet::from_jwks(options.service_jwks);
  if (!keys)
    throw std::invalid_argument("The services' public keys are not a JWK set of P-256 keys with a kid each.");
  return {options.service, *std::move(keys)};
}

}  // namespace

Guard::Guard(GuardOptions options, const Clock& clock, metrics::Registry& registry)
    : options_(std::move(options)), trust_(to_trust(options_)), clock_(clock), registry_(registry) {}

void Guard::protect(http::Shard& shard) {
  auto auth = std::make_shared<http::Client>(
      shard.io(), http::ClientOptions{.base_url = options_.auth_url, .name = "auth"}, registry_);
  shard.keep(auth);
  protect(shard, {.keys = keys_over_http(*auth),
                  .revocations = revocations_over_http(*auth, options_.installation_key)});
}

void Guard::protect(http::Shard& shard, Sources sources) {
  auto keys = KnownKeys::make(shard.io(), std::move(sources.keys));
  keys->start();
  shard.authenticate_with(
      std::make_shared<Verifier>(keys, trust_, revocations_, clock_, registry_, options_.cached_tokens));
  shard.ready_when("keys", [keys] { return keys->loaded(); });
  shard.ready_when("revocations", [this] { return revocations_.trustworthy(); });
  shard.on_shutdown([keys]() -> Task<> {
    keys->stop();
    co_return;
  });
  if (shard.index() == 0) follow(shard, std::move(sources.revocations));
}

bool Guard::still_admits(const http::Principal& person) const {
  return clock_.now() < person.expires_at && revocations_.allow(person);
}

void Guard::follow(http::Shard& shard, RevocationFeed::Fetch fetch) {
  auto feed = std::make_shared<RevocationFeed>(shard.io(), revocations_, std::move(fetch), clock_, registry_);
  feed->start();
  shard.keep(feed);
  shard.on_shutdown([feed]() -> Task<> {
    feed->stop();
    co_return;
  });
}

}  // namespace mrbill::identity
