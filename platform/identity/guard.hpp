// Everything a service needs to know its callers, put together: made once in main, applied to each thread.
//
//   identity::Guard guard({.service = "catalog", .auth_url = c.auth_internal_url,
//                          .service_jwks = env.secret("MRBILL_SERVICE_JWKS").reveal()}, clock, registry);
//   http::Server server(options, registry, [&](http::Shard& shard) { guard.protect(shard); ... });
//
// Auth itself passes its own sources instead of asking over HTTP: guard.protect(shard, {.keys = ...,
// .revocations = ...});
#pragma once

#include <string>

#include <http/server.hpp>
#include <identity/known_keys.hpp>
#include <identity/revocation_feed.hpp>
#include <identity/revocations.hpp>
#include <identity/verifier.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::identity {

struct GuardOptions {
  std::string service;           // our own name: the audience that service tokens must carry
  std::string auth_url;          // auth's internal listener, http://host:port
  std::string service_jwks;      // the public keys of all services, kid = name
  Secret installation_key = {};  // that auth's list of revocations wants to see
  std::size_t cached_tokens = Verifier::cached_by_default;  // a thread
};

class Guard {
 public:
  // Throws std::invalid_argument, with a sentence, when service_jwks is not a key set.
  Guard(GuardOptions options, const Clock& clock, metrics::Registry& registry);

  struct Sources {
    KnownKeys::Fetch keys;
    RevocationFeed::Fetch revocations;
  };
  // Sets the thread's authenticator and its readiness; the first thread also follows the revocations. The
  // guard must outlive the server.
  void protect(http::Shard& shard);
  void protect(http::Shard& shard, Sources sources);

  // For what goes on after it was let in (an open stream): whether the same token would be let in now. Any
  // thread may ask.
  [[nodiscard]] bool still_admits(const http::Principal& person) const;
  // The same for an answer that has an end of its own: a token that merely expires meanwhile does not
  // break it.
  [[nodiscard]] bool still_vouches_for(const http::Principal& person) const {
    return revocations_.allow(person);
  }

 private:
  void follow(http::Shard& shard, RevocationFeed::Fetch fetch);

  GuardOptions options_;
  ServiceTrust trust_;
  const Clock& clock_;
  metrics::Registry& registry_;
  Revocations revocations_;
};

}  // namespace mrbill::identity
