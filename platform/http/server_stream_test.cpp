// Streamed bodies, gates and the authenticator.
#include <atomic>
#include <memory>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <http/problem.hpp>
#include <http/rate_limit.hpp>
#include <http/server_fixture.hpp>

namespace mrbill::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using testing::RunningServer;

// Pieces "0,", "1,", ... and then the end, or an exception.
struct Counting {
  int max;
  bool fails = false;
  int next = 0;
  std::size_t padding = 0;
};
Task<std::optional<std::string>> next_piece(std::shared_ptr<Counting> state) {
  if (state->next == state->max) {
    if (state->fails) throw std::runtime_error("the source broke");
    co_return std::nullopt;
  }
  co_return std::to_string(state->next++) + "," + std::string(state->padding, '.');
}
Response streamed(Counting counting) {
  Response response;
  response.headers.add("Content-Type", "text/csv");
  response.stream = [state = std::make_shared<Counting>(counting)] { return next_piece(state); };
  return response;
}

Task<Response> numbers(Request) {
  co_return streamed({.max = 5});
}
Task<Response> nothing(Request) {
  co_return streamed({.max = 0});
}
Task<Response> broken_at_once(Request) {
  co_return streamed({.max = 0, .fails = true});
}
Task<Response> broken_later(Request) {
  co_return streamed({.max = 3, .fails = true});
}
Task<Response> endless(Request) {
  co_return streamed({.max = 1 << 30, .padding = 100'000});
}
Task<Response> measured(Request) {
  auto response = streamed({.max = 5});
  response.content_length = 10;
  co_return response;
}
Task<Response> too_short(Request) {
  auto response = streamed({.max = 4});
  response.content_length = 10;
  co_return response;
}
Task<Response> too_long(Request) {
  auto response = streamed({.max = 6});
  response.content_length = 10;
  co_return response;
}
Task<Response> who(Request request) {
  co_return json_response(200, request.principal ? request.principal->tenant.to_string() : "nobody");
}

class OneTenant final : public Authenticator {
 public:
  explicit OneTenant(std::shared_ptr<std::atomic<bool>> vouches = nullptr) : vouches_(std::move(vouches)) {}
  bool still_vouches_for(const Principal&) const override { return vouches_ == nullptr || *vouches_; }
  Task<std::optional<Response>> admit(Request& request, Access) override {
    if (request.headers.get_or("Authorization", "") != "Bearer good")
      co_return problem_of(ErrorCode::token_invalid, "No.");
    Principal principal;
    principal.tenant = *TenantId::parse("018f0000-0000-7000-8000-000000000001");
    request.principal = principal;
    co_return std::nullopt;
  }

 private:
  std::shared_ptr<std::atomic<bool>> vouches_;
};

void compose(Shard& shard) {
  std::vector<Route> routes;
  const auto mount = [&](std::string_view path, Handler handler, Access access = Access::anonymous) {
    routes.push_back({.method = Method::get,
                      .pattern = path,
                      .operation = path,
                      .access = access,
                      .handler = std::move(handler)});
  };
  mount("/numbers", numbers);
  mount("/nothing", nothing);
  mount("/broken-at-once", broken_at_once);
  mount("/broken-later", broken_later);
  mount("/endless", endless);
  mount("/measured", measured);
  mount("/too-short", too_short);
  mount("/too-long", too_long);
  mount("/who", who, Access::person);
  shard.mount(std::move(routes));
  shard.authenticate_with(std::make_shared<OneTenant>());
}

// Mounts an endless stream for a person whose rights may end.
std::function<void(Shard&)> for_a_person(std::shared_ptr<std::atomic<bool>> vouches) {
  return [vouches](Shard& shard) {
    shard.mount({{.method = Method::get, .pattern = "/endless", .operation = "endless", .handler = endless}});
    shard.authenticate_with(std::make_shared<OneTenant>(vouches));
  };
}

std::string get(std::string_view path, std::string_view fields = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n";
}

TEST(Stream, is_sent_in_chunks_and_the_connection_goes_on) {
  RunningServer server(compose);
  auto client = server.client();
  const auto answer = client.ask(get("/numbers"));
  EXPECT_EQ(answer->headers.get_or("Transfer-Encoding", ""), "chunked");
  EXPECT_EQ(answer->body, "0,1,2,3,4,");
  EXPECT_EQ(client.ask(get("/nothing"))->body, "");
  EXPECT_EQ(client.ask(get("/numbers"))->body, "0,1,2,3,4,");
}

TEST(Stream, that_is_taken_slowly_is_cut_off_when_its_readers_rights_end) {
  const auto vouches = std::make_shared<std::atomic<bool>>(true);
  RunningServer server(for_a_person(vouches));
  auto client = server.client();
  client.send(get("/endless", "Authorization: Bearer good\r\n"));
  const auto is_open = [&] {
    return server.registry().expose().find("\nhttp_connections 1\n") != std::string::npos;
  };
  const auto until = std::chrono::steady_clock::now() + 10s;
  while (!is_open() && std::chrono::steady_clock::now() < until) std::this_thread::yield();
  ASSERT_TRUE(is_open());
  *vouches = false;
  while (is_open() && std::chrono::steady_clock::now() < until) std::this_thread::yield();
  EXPECT_FALSE(is_open()) << "nobody reads, and yet it ends";
}

TEST(Stream, of_known_length_says_so) {
  RunningServer server(compose);
  auto client = server.client();
  const auto answer = client.ask(get("/measured"));
  EXPECT_EQ(answer->headers.get_or("Content-Length", ""), "10");
  EXPECT_EQ(answer->body, "0,1,2,3,4,");
  client.send("HEAD /measured HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.answer(false)->headers.get_or("Content-Length", ""), "10");
  EXPECT_EQ(client.ask(get("/measured"))->body, "0,1,2,3,4,");
}

TEST(Stream, ends_with_the_connection_for_http_1_0) {
  RunningServer server(compose);
  auto client = server.client();
  const auto answer = client.ask("GET /numbers HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(answer->headers.get_or("Connection", ""), "close");
  EXPECT_EQ(answer->body, "0,1,2,3,4,");
}

TEST(Stream, that_fails_at_once_is_answered_with_a_problem) {
  RunningServer server(compose);
  auto client = server.client();
  EXPECT_EQ(client.ask(get("/broken-at-once"))->status, 500u);
  EXPECT_EQ(client.ask(get("/numbers"))->status, 200u);
}

TEST(Stream, that_breaks_off_never_looks_whole) {
  RunningServer server(compose);
  for (auto path : {"/broken-later", "/too-short"}) {
    auto client = server.client();
    EXPECT_FALSE(client.ask(get(path)).has_value()) << path;
  }
  auto other = server.client();
  EXPECT_EQ(other.ask(get("/numbers"))->status, 200u);
}

TEST(Stream, never_runs_over_the_length_it_told) {
  RunningServer server(compose);
  auto client = server.client();
  EXPECT_EQ(client.ask(get("/too-long"))->body, "0,1,2,3,4,");
  EXPECT_TRUE(client.is_closed());
}

TEST(Stream, is_cut_off_when_its_client_does_not_read) {
  auto options = RunningServer::quiet();
  options.write_timeout = 60ms;
  RunningServer server(compose, options);
  auto client = server.client();
  client.send(get("/endless"));
  while (server.registry().expose().find("http_connections 0") == std::string::npos)
    std::this_thread::yield();
  auto other = server.client();
  EXPECT_EQ(other.ask(get("/numbers"))->status, 200u);
}

TEST(Admission, asks_the_authenticator_on_routes_that_demand_it) {
  RunningServer server(compose);
  auto client = server.client();
  EXPECT_EQ(client.ask(get("/who"))->status, 401u);
  EXPECT_EQ(client.ask(get("/who", "Authorization: Bearer good\r\n"))->body,
            "018f0000-0000-7000-8000-000000000001");
  EXPECT_EQ(client.ask(get("/numbers"))->status, 200u);
}

TEST(Admission, passes_the_gates_and_sends_their_fields_with_every_answer) {
  RunningServer server([](Shard& shard) {
    compose(shard);
    shard.gate_with(rate_limit_gate(std::make_shared<RateLimits>(
        std::vector<RateLimitClass>{
            {.name = "who", .requests = 1, .per = 1h, .operations = {"/who", "/broken-at-once"}}},
        1.0)));
  });
  auto client = server.client();
  EXPECT_EQ(client.ask(get("/who"))->status, 401u) << "a refused caller spends nothing";
  const auto admitted = client.ask(get("/who", "Authorization: Bearer good\r\n"));
  EXPECT_EQ(admitted->status, 200u);
  EXPECT_EQ(admitted->headers.get_or("RateLimit-Remaining", ""), "0");
  const auto refused = client.ask(get("/who", "Authorization: Bearer good\r\n"));
  EXPECT_EQ(refused->status, 429u);
  EXPECT_EQ(refused->headers.get_or("RateLimit-Limit", ""), "1");
  EXPECT_THAT(refused->body, HasSubstr("rate_limited"));
  const auto failed = client.ask(get("/broken-at-once"));
  EXPECT_EQ(failed->status, 500u);
  EXPECT_EQ(failed->headers.get_or("RateLimit-Remaining", ""), "0");
}

}  // namespace
}  // namespace mrbill::http
