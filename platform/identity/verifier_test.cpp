#include <stdexcept>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <base/random.hpp>
#include <identity/tokens.hpp>
#include <identity/verifier.hpp>
#include <testing/manual_clock.hpp>
#include <testing/run.hpp>

namespace mrbill::identity {
namespace {

using namespace std::chrono_literals;
using http::Access;

class VerifierTest : public ::testing::Test {
 protected:
  metrics::Registry registry;  // outlives what io still holds
  asio::io_context io;
  testing::ManualClock clock;
  SystemRandom random;
  Revocations revocations;

  jwt::SigningKey auths_key = jwt::SigningKey::generate();
  std::string published = jwt::to_jwks({auths_key.public_jwk()});
  bool auth_is_up = true;
  int fetches = 0;
  std::chrono::steady_clock::time_point steady = std::chrono::steady_clock::now();
  std::shared_ptr<KnownKeys> keys =
      KnownKeys::make(io, [this] { return fetch(); }, [this] { return steady; });

  ServiceIdentity dojo{
      "dojo", jwt::SigningKey::from_pem(jwt::SigningKey::generate().to_pem(), "dojo").value(), clock, random};
  jwt::SigningKey dojos_key = jwt::SigningKey::from_pem(jwt::SigningKey::generate().to_pem(), "dojo").value();
  ServiceTrust trust{"catalog", jwt::KeySet::from_jwks(jwt::to_jwks({dojos_key.public_jwk()})).value()};
  Verifier verifier{keys, trust, revocations, clock, registry, 3};

  void SetUp() override {
    testing::run(io, keys->look_again());
    revocations.complete_until(std::chrono::steady_clock::now());
    fetches = 0;
  }
  Task<std::string> fetch() {
    ++fetches;
    if (!auth_is_up) throw std::runtime_error("auth is away");
    co_return published;
  }

  http::Principal somebody() {
    return {UserId{new_uuid(clock, random)},
            TenantId{new_uuid(clock, random)},
            http::Role::admin,
            http::SessionId{new_uuid(clock, random)},
            clock.now(),
            clock.now() + access_token_lifetime,
            {}};
  }
  std::optional<http::Response> admit(http::Request& request, Access access = Access::person) {
    return testing::run(io, verifier.admit(request, access));
  }
  std::optional<http::Response> admit(const std::string& token, Access access = Access::person) {
    http::Request request;
    request.headers.set("Authorization", "Bearer " + token);
    return admit(request, access);
  }
  static bool is(const std::optional<http::Response>& response, unsigned status, std::string_view code) {
    return response && response->status == status &&
           response->body.find("\"code\":\"" + std::string(code) + "\"") != std::string::npos;
  }
};

TEST_F(VerifierTest, tells_the_handler_who_speaks) {
  auto person = somebody();
  http::Request request;
  request.headers.set("authorization", "bearer " + access_token(auths_key, person));
  ASSERT_FALSE(admit(request));
  ASSERT_TRUE(request.principal);
  EXPECT_EQ(request.principal->user, person.user);
  EXPECT_EQ(request.principal->tenant, person.tenant);
  EXPECT_EQ(request.principal->session, person.session);
  EXPECT_EQ(request.principal->role, http::Role::admin);
  EXPECT_EQ(request.principal->issued_at, person.issued_at);
  EXPECT_TRUE(request.principal->service.empty());
}

TEST_F(VerifierTest, reads_the_versions_a_token_was_made_from) {
  auto person = somebody();
  person.versions = {3, 1'800'000'000'000'000, 17};
  http::Request request;
  request.headers.set("Authorization", "Bearer " + access_token(auths_key, person));
  ASSERT_FALSE(admit(request));
  EXPECT_EQ(request.principal->versions, person.versions);
}

TEST_F(VerifierTest, lets_anybody_through_to_anonymous_routes) {
  http::Request request;
  request.headers.set("Authorization", "Bearer nonsense");
  EXPECT_FALSE(admit(request, Access::anonymous));
  EXPECT_FALSE(request.principal);
}

TEST_F(VerifierTest, where_signing_in_is_optional_a_token_that_is_sent_must_hold) {
  http::Request request;
  EXPECT_FALSE(admit(request, Access::optional_person));
  EXPECT_FALSE(request.principal);
  EXPECT_TRUE(is(admit("nonsense", Access::optional_person), 401, "token_invalid"));
  request.headers.set("Authorization", "Bearer " + access_token(auths_key, somebody()));
  EXPECT_FALSE(admit(request, Access::optional_person));
  EXPECT_TRUE(request.principal);
}

TEST_F(VerifierTest, admits_who_belongs_to_no_company_only_where_none_is_needed) {
  auto person = somebody();
  person.tenant = TenantId{};
  auto token = access_token(auths_key, person);
  EXPECT_TRUE(is(admit(token), 403, "no_membership"));
  EXPECT_FALSE(admit(token, Access::any_person));
  EXPECT_FALSE(admit(token, Access::optional_person));
  EXPECT_FALSE(admit(access_token(auths_key, somebody()), Access::any_person));
  http::Request request;
  EXPECT_TRUE(is(admit(request, Access::any_person), 401, "token_missing"));
}

TEST_F(VerifierTest, challenges_whoever_sends_no_token) {
  http::Request request;
  auto response = admit(request);
  EXPECT_TRUE(is(response, 401, "token_missing"));
  EXPECT_EQ(response->headers.find("WWW-Authenticate"), R"(Bearer realm="mrbill")");
  request.headers.set("Authorization", "Basic YTpi");
  EXPECT_TRUE(is(admit(request), 401, "token_missing"));
}

TEST_F(VerifierTest, reads_the_authorization_header_only) {
  http::Request request;
  request.query = "access_token=" + access_token(auths_key, somebody());
  request.headers.set("Cookie", "access_token=" + access_token(auths_key, somebody()));
  EXPECT_TRUE(is(admit(request), 401, "token_missing"));
}

TEST_F(VerifierTest, refuses_two_authorization_headers) {
  http::Request request;
  request.headers.add("Authorization", "Bearer " + access_token(auths_key, somebody()));
  request.headers.add("Authorization", "Bearer " + access_token(auths_key, somebody()));
  EXPECT_TRUE(is(admit(request), 401, "token_invalid"));
}

TEST_F(VerifierTest, says_invalid_token_as_the_rfc_wants_it) {
  auto response = admit("a.b.c");
  EXPECT_TRUE(is(response, 401, "token_invalid"));
  EXPECT_EQ(response->headers.find("WWW-Authenticate"), R"(Bearer realm="mrbill", error="invalid_token")");
}

TEST_F(VerifierTest, refuses_a_cached_token_once_it_has_expired) {
  auto token = access_token(auths_key, somebody());
  EXPECT_FALSE(admit(token));
  clock.advance(access_token_lifetime + jwt::leeway - 1us);
  EXPECT_FALSE(admit(token));
  clock.advance(1us);
  EXPECT_TRUE(is(admit(token), 401, "token_expired"));
  EXPECT_TRUE(is(admit(access_token(auths_key, somebody()).substr(1)), 401, "token_invalid"));
}

TEST_F(VerifierTest, refuses_a_cached_token_once_it_was_revoked) {
  auto person = somebody();
  auto token = access_token(auths_key, person);
  EXPECT_FALSE(admit(token));
  revocations.add({Revocation::of_session(person.session, 1, clock.now())});
  EXPECT_TRUE(is(admit(token), 401, "token_revoked"));
  ++person.versions.session;
  EXPECT_FALSE(admit(access_token(auths_key, person)));
}

TEST_F(VerifierTest, keeps_a_bounded_number_of_tokens) {
  for (int i = 0; i < 10; ++i) EXPECT_FALSE(admit(access_token(auths_key, somebody())));
  EXPECT_EQ(verifier.cached(), 3u);
}

TEST_F(VerifierTest, answers_503_while_nobody_tells_what_was_revoked) {
  Revocations unheard;
  Verifier blind(keys, trust, unheard, clock, registry);
  http::Request request;
  request.headers.set("Authorization", "Bearer " + access_token(auths_key, somebody()));
  auto response = testing::run(io, blind.admit(request, Access::person));
  EXPECT_TRUE(is(response, 503, "identity_unavailable"));
  EXPECT_EQ(response->headers.find("Retry-After"), "1");
  EXPECT_FALSE(request.principal);
}

TEST_F(VerifierTest, answers_503_while_auths_keys_are_not_known) {
  auto none = KnownKeys::make(io, [this] { return fetch(); });
  Verifier blind(none, trust, revocations, clock, registry);
  http::Request request;
  request.headers.set("Authorization", "Bearer " + access_token(auths_key, somebody()));
  EXPECT_TRUE(is(testing::run(io, blind.admit(request, Access::person)), 503, "identity_unavailable"));
}

TEST_F(VerifierTest, finds_a_new_key_of_auths_by_looking_again) {
  auto next = jwt::SigningKey::generate();
  published = jwt::to_jwks({auths_key.public_jwk(), next.public_jwk()});
  steady += 10s;
  EXPECT_FALSE(admit(access_token(next, somebody())));
  EXPECT_EQ(fetches, 1);
}

TEST_F(VerifierTest, a_flood_of_unknown_keys_costs_one_fetch_in_ten_seconds) {
  steady += 10s;
  for (int i = 0; i < 20; ++i)
    EXPECT_TRUE(is(admit(access_token(jwt::SigningKey::generate(), somebody())), 401, "token_invalid"));
  EXPECT_EQ(fetches, 1);
  steady += 10s;
  static_cast<void>(admit(access_token(jwt::SigningKey::generate(), somebody())));
  EXPECT_EQ(fetches, 2);
}

TEST_F(VerifierTest, no_other_bad_token_costs_a_fetch) {
  steady += 10s;
  for (auto token : {"", "a.b.c", "eyJhbGciOiJub25lIn0.e30.",
                     "eyJhbGciOiJFUzI1NiIsImtpZCI6ImEiLCJqa3UiOiJodHRwOi8vMTI3LjAuMC4xLyJ9.e30.AA"})
    EXPECT_TRUE(is(admit(std::string(token)), 401, "token_invalid")) << token;
  EXPECT_EQ(fetches, 0);
}

TEST_F(VerifierTest, a_key_withdrawn_by_auth_voids_its_cached_tokens) {
  auto token = access_token(auths_key, somebody());
  EXPECT_FALSE(admit(token));
  published = jwt::to_jwks({jwt::SigningKey::generate().public_jwk()});
  steady += 10s;
  static_cast<void>(admit(access_token(jwt::SigningKey::generate(), somebody())));
  EXPECT_TRUE(is(admit(token), 401, "token_invalid"));
}

TEST_F(VerifierTest, keeps_the_keys_it_has_when_auth_is_away_or_talks_nonsense) {
  auth_is_up = false;
  steady += 10s;
  EXPECT_TRUE(is(admit(access_token(jwt::SigningKey::generate(), somebody())), 401, "token_invalid"));
  auth_is_up = true;
  published = "nonsense";
  steady += 10s;
  EXPECT_TRUE(is(admit(access_token(jwt::SigningKey::generate(), somebody())), 401, "token_invalid"));
  EXPECT_FALSE(admit(access_token(auths_key, somebody())));
}

TEST_F(VerifierTest, refuses_tokens_of_auth_that_are_not_access_tokens) {
  auto claims = [&](std::string audience, std::map<std::string, std::string> extra,
                    std::chrono::seconds lifetime) {
    return jwt::Claims{
        std::string(token_issuer), std::move(audience), somebody().user.to_string(), {}, clock.now(),
        clock.now() + lifetime,    std::move(extra)};
  };
  std::map<std::string, std::string> good{
      {"tid", somebody().tenant.to_string()}, {"role", "USER"}, {"sid", somebody().session.to_string()}};
  EXPECT_FALSE(admit(auths_key.sign(claims("mrbill", good, 10min))));
  EXPECT_TRUE(is(admit(auths_key.sign(claims("other", good, 10min))), 401, "token_invalid"));
  EXPECT_TRUE(is(admit(auths_key.sign(claims("mrbill", good, 1h))), 401, "token_invalid"));
  for (auto name : {"sv", "mv", "pv"}) {  // before they carried versions they had none
    auto odd = good;
    for (auto value : {"-1", "1x", ""}) {
      odd[name] = value;
      EXPECT_TRUE(is(admit(auths_key.sign(claims("mrbill", odd, 10min))), 401, "token_invalid")) << name;
    }
  }
  for (auto name : {"tid", "role", "sid"}) {
    auto without = good;
    without.erase(name);
    EXPECT_TRUE(is(admit(auths_key.sign(claims("mrbill", without, 10min))), 401, "token_invalid")) << name;
    without[name] = "GOD";
    EXPECT_TRUE(is(admit(auths_key.sign(claims("mrbill", without, 10min))), 401, "token_invalid")) << name;
  }
}

class ServiceTokens : public VerifierTest {
 protected:
  ServiceIdentity caller{"dojo", dojos_key, clock, random};
};

TEST_F(ServiceTokens, tell_which_service_calls_on_behalf_of_whom) {
  auto person = somebody();
  http::Request request;
  request.headers.set("Authorization", "Bearer " + caller.token_for("catalog", person.tenant, person.user));
  ASSERT_FALSE(admit(request, Access::service));
  EXPECT_EQ(request.principal->service, "dojo");
  EXPECT_EQ(request.principal->tenant, person.tenant);
  EXPECT_EQ(request.principal->user, person.user);
}

TEST_F(ServiceTokens, on_nobodys_behalf_carry_the_nil_tenant) {
  http::Request request;
  request.headers.set("Authorization", "Bearer " + caller.token_for("catalog"));
  ASSERT_FALSE(admit(request, Access::service));
  EXPECT_EQ(request.principal->service, "dojo");
  EXPECT_EQ(request.principal->tenant, TenantId{});
  EXPECT_EQ(request.principal->user, UserId{});
}

TEST_F(ServiceTokens, work_while_people_cannot_be_judged) {
  Revocations unheard;
  Verifier blind(keys, trust, unheard, clock, registry);
  http::Request request;
  request.headers.set("Authorization", "Bearer " + caller.token_for("catalog"));
  EXPECT_FALSE(testing::run(io, blind.admit(request, Access::service)));
}

TEST_F(ServiceTokens, are_refused_by_another_service_after_a_minute_or_from_a_stranger) {
  EXPECT_TRUE(is(admit(caller.token_for("auth"), Access::service), 401, "token_invalid"));
  EXPECT_TRUE(is(admit(dojo.token_for("catalog"), Access::service), 401,
                 "token_invalid"));  // another key under the name
  auto token = caller.token_for("catalog");
  clock.advance(service_token_lifetime + jwt::leeway);
  EXPECT_TRUE(is(admit(token, Access::service), 401, "token_expired"));
}

TEST_F(ServiceTokens, speak_for_the_service_whose_key_signed) {
  jwt::Claims claims{"content", "catalog", "content", "1", clock.now(), clock.now() + 60s, {}};
  EXPECT_TRUE(is(admit(dojos_key.sign(claims), Access::service), 401, "token_invalid"));
}

TEST_F(ServiceTokens, live_a_minute_and_have_an_id) {
  jwt::Claims claims{"dojo", "catalog", "dojo", "1", clock.now(), clock.now() + 60s, {}};
  EXPECT_FALSE(admit(dojos_key.sign(claims), Access::service));
  claims.expires_at += 10s;
  EXPECT_TRUE(is(admit(dojos_key.sign(claims), Access::service), 401, "token_invalid"));
  claims.expires_at -= 10s;
  claims.id.clear();
  EXPECT_TRUE(is(admit(dojos_key.sign(claims), Access::service), 401, "token_invalid"));
}

TEST_F(ServiceTokens, open_no_door_for_people_nor_the_other_way_round) {
  auto person = somebody();
  EXPECT_TRUE(is(admit(caller.token_for("catalog", person.tenant, person.user), Access::person), 401,
                 "token_invalid"));
  EXPECT_TRUE(is(admit(access_token(auths_key, person), Access::service), 401, "token_invalid"));
}

}  // namespace
}  // namespace mrbill::identity
