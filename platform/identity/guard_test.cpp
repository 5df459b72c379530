#include <mutex>
#include <stdexcept>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <base/random.hpp>
#include <http/server_fixture.hpp>
#include <identity/guard.hpp>
#include <identity/tokens.hpp>

namespace mrbill::identity {
namespace {

using http::testing::RunningServer;

Task<http::Response> hello(http::Request request) {
  co_return http::json_response(200, "{\"user\":\"" + request.principal->user.to_string() + "\"}");
}

http::Route route(std::string_view pattern, http::Access access, http::Handler handler) {
  http::Route out;
  out.method = http::Method::get;
  out.pattern = pattern;
  out.operation = "test";
  out.access = access;
  out.handler = std::move(handler);
  return out;
}

// Auth's internal listener and a service behind a guard.
class GuardTest : public ::testing::Test {
 protected:
  SystemClock clock;
  SystemRandom random;
  jwt::SigningKey auths_key = jwt::SigningKey::generate();
  ServiceIdentity dojo{
      "dojo", jwt::SigningKey::from_pem(jwt::SigningKey::generate().to_pem(), "dojo").value(), clock, random};
  std::mutex mutex;
  std::string revoked;  // what auth tells
  RunningServer auth{[this](http::Shard& shard) {
    auto jwks = jwt::to_jwks({auths_key.public_jwk()});
    auto keys = [jwks](http::Request) -> Task<http::Response> { co_return http::json_response(200, jwks); };
    auto revocations = [this](http::Request) -> Task<http::Response> {
      std::scoped_lock lock(mutex);
      co_return http::json_response(
          200, R"({"takenAt":"2026-01-01T00:00:00.000Z","cursor":"1","complete":true,"revocations":[)" +
                   revoked + "]}");
    };
    shard.mount_internal({route("/.well-known/jwks.json", http::Access::anonymous, keys),
                          route("/internal/revocations", http::Access::installation, revocations)});
  }};
  metrics::Registry registry;
  Guard guard{{.service = "catalog",
               .auth_url = "http://127.0.0.1:" + std::to_string(auth.server().internal_port()),
               .service_jwks = jwt::to_jwks(
                   {jwt::SigningKey::from_pem(jwt::SigningKey::generate().to_pem(), "x")->public_jwk()}),
               .installation_key = RunningServer::quiet().installation_key,
               .cached_tokens = 10},
              clock,
              registry};
  RunningServer service{[this](http::Shard& shard) {
    guard.protect(shard);
    shard.mount({route("/hello", http::Access::person, hello)});
  }};

  std::optional<http::testing::RawAnswer> ask(const std::string& token) {
    return service.client().ask("GET /hello HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
                                "\r\n\r\n");
  }
  void revoke(http::SessionId session) {
    std::scoped_lock lock(mutex);
    revoked = R"({"kind":"SESSION","sessionId":")" + session.to_string() +
              R"(","userId":null,"tenantId":null,"below":1,"at":")" + to_rfc3339(clock.now()) + "\"}";
  }
  bool is_ready() {
    return service.internal_client().ask("GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n")->status == 200;
  }
  // True once the condition holds, within ten seconds.
  template <class Condition>
  static bool eventually(Condition condition) {
    for (auto end = std::chrono::steady_clock::now() + std::chrono::seconds(50);
         std::chrono::steady_clock::now() < end;) {
      if (condition()) return true;
      std::this_thread::yield();
    }
    return false;
  }
  http::Principal somebody() {
    auto now = clock.now();
    return {UserId{new_uuid(clock, random)},
            TenantId{new_uuid(clock, random)},
            http::Role::user,
            http::SessionId{new_uuid(clock, random)},
            now,
            now + access_token_lifetime,
            {}};
  }
};

TEST_F(GuardTest, a_service_is_ready_once_it_can_judge_and_then_knows_its_callers) {
  ASSERT_TRUE(eventually([&] { return is_ready(); }));
  auto person = somebody();
  auto answer = ask(access_token(auths_key, person));
  EXPECT_EQ(answer->status, 200u);
  EXPECT_NE(answer->body.find(person.user.to_string()), std::string::npos);
  EXPECT_EQ(ask("nonsense")->status, 401u);
}

TEST_F(GuardTest, what_auth_revoked_ends_a_token_and_an_open_stream) {
  auto person = somebody();
  EXPECT_FALSE(guard.still_admits(person));  // nothing is known yet: nobody is believed
  ASSERT_TRUE(eventually([&] { return is_ready(); }));
  auto token = access_token(auths_key, person);
  ASSERT_EQ(ask(token)->status, 200u);
  EXPECT_TRUE(guard.still_admits(person));

  revoke(person.session);
  EXPECT_TRUE(eventually([&] { return ask(token)->status == 401; }));
  EXPECT_FALSE(guard.still_admits(person));
  EXPECT_FALSE(guard.still_vouches_for(person));
}

TEST_F(GuardTest, admits_no_stream_beyond_the_life_of_its_token) {
  ASSERT_TRUE(eventually([&] { return is_ready(); }));
  auto expired = somebody();
  expired.expires_at = clock.now();
  EXPECT_FALSE(guard.still_admits(expired));
  EXPECT_TRUE(guard.still_vouches_for(expired)) << "an answer that has an end of its own comes to it";
}

TEST(GuardOptions, that_are_wrong_are_refused_with_a_sentence) {
  SystemClock clock;
  metrics::Registry registry;
  EXPECT_THROW(Guard({.service = "catalog", .auth_url = "", .service_jwks = "nonsense"}, clock, registry),
               std::invalid_argument);
}

}  // namespace
}  // namespace mrbill::identity
