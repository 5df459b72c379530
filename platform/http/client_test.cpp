#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <http/circuit_breaker.hpp>
#include <http/client.hpp>
#include <http/server_fixture.hpp>
#include <testing/run.hpp>

namespace mrbill::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using testing::RunningServer;

struct Calls {
  std::atomic<int> count{0};
  std::atomic<int> failing{0};  // so many answers are 503
};

Task<Response> answer(Calls* calls, Request request) {
  ++calls->count;
  if (calls->failing > 0) {
    --calls->failing;
    co_return json_response(503, "{}");
  }
  co_return json_response(200, std::string(to_string(request.method)) + " " + request.query + " " +
                                   request.body + " " + std::string(request.headers.get_or("X-Own", "")) +
                                   " " + request.trace.trace_hex());
}
Task<Response> late(Request) {
  co_await sleep_for(1h);
  co_return no_content();
}
Task<std::optional<std::string>> piece(std::shared_ptr<int> left) {
  if (--*left < 0) co_return std::nullopt;
  co_return std::string(1000, 'x');
}
Task<Response> big(Request) {
  Response response;
  response.stream = [left = std::make_shared<int>(100)] { return piece(left); };
  co_return response;
}

std::function<void(Shard&)> upstream(Calls& calls) {
  return [&calls](Shard& shard) {
    std::vector<Route> routes;
    const Handler handler = [&calls](Request request) { return answer(&calls, std::move(request)); };
    for (auto method : {Method::get, Method::post, Method::put}) {
      routes.push_back({.method = method,
                        .pattern = "/x",
                        .operation = "x",
                        .access = Access::anonymous,
                        .media_types = {"application/json"},
                        .handler = handler});
    }
    routes.push_back({.method = Method::get,
                      .pattern = "/late",
                      .operation = "late",
                      .access = Access::anonymous,
                      .handler = late});
    routes.push_back({.method = Method::get,
                      .pattern = "/big",
                      .operation = "big",
                      .access = Access::anonymous,
                      .handler = big});
    shard.mount(std::move(routes));
  };
}

class ClientTest : public ::testing::Test {
 protected:
  ClientOptions options(std::uint16_t port) {
    return {.base_url = "http://127.0.0.1:" + std::to_string(port), .name = "upstream"};
  }
  Answer send(Client& client, Call call) { return mrbill::testing::run(io, client.send(std::move(call))); }

  asio::io_context io;
  metrics::Registry registry;
  Calls calls;
};

TEST_F(ClientTest, sends_a_call_and_carries_the_trace_on) {
  RunningServer server(upstream(calls));
  Client client(io, options(server.server().port()), registry);
  trace::Context context;
  context.trace_id.fill(0xab);
  context.span_id.fill(1);
  Call call{.method = Method::post, .target = "/x?a=1", .body = "{}", .trace = context};
  call.headers.add("Content-Type", "application/json");
  call.headers.add("X-Own", "mine");
  const auto answer = send(client, std::move(call));
  EXPECT_EQ(answer.status, 200u);
  EXPECT_EQ(answer.body, "POST a=1 {} mine " + context.trace_hex());
  EXPECT_EQ(answer.headers.get_or("content-type", ""), "application/json");
}

TEST_F(ClientTest, keeps_its_connection) {
  RunningServer server(upstream(calls));
  Client client(io, options(server.server().port()), registry);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(send(client, {.target = "/x"}).status, 200u);
  EXPECT_EQ(send(client, {.method = Method::head, .target = "/x"}).body, "");
  EXPECT_EQ(send(client, {.target = "/nowhere"}).status, 404u) << "any status is an answer";
  EXPECT_THAT(server.registry().expose(), HasSubstr("http_connections 1"));
}

TEST_F(ClientTest, notices_that_a_kept_connection_was_closed) {
  auto quick = RunningServer::quiet();
  quick.idle_timeout = 20ms;
  RunningServer server(upstream(calls), quick);
  Client client(io, options(server.server().port()), registry);
  EXPECT_EQ(send(client, {.target = "/x"}).status, 200u);
  while (server.registry().expose().find("http_connections 0") == std::string::npos)
    std::this_thread::yield();
  Call call{.method = Method::post, .target = "/x"};
  EXPECT_EQ(send(client, std::move(call)).status, 200u) << "without a retry: a POST has none";
  EXPECT_EQ(calls.count, 2);
}

TEST_F(ClientTest, tries_idempotent_calls_once_more) {
  RunningServer server(upstream(calls));
  Client client(io, options(server.server().port()), registry);
  calls.failing = 1;
  EXPECT_EQ(send(client, {.target = "/x"}).status, 200u);
  EXPECT_EQ(calls.count, 2);
  calls.failing = 2;
  EXPECT_EQ(send(client, {.target = "/x"}).status, 503u) << "once more, not twice";
  calls.failing = 1;
  EXPECT_EQ(send(client, {.method = Method::post, .target = "/x"}).status, 503u);
  EXPECT_EQ(calls.count, 5);
}

TEST_F(ClientTest, spends_a_tenth_on_retries_at_most) {
  RunningServer server(upstream(calls));
  auto patient = options(server.server().port());
  patient.breaker_failures = 1'000'000;
  Client client(io, patient, registry);
  calls.failing = 1'000'000;
  for (int i = 0; i < 200; ++i) EXPECT_EQ(send(client, {.target = "/x"}).status, 503u);
  EXPECT_LE(calls.count, 200 + 10 + 20) << "ten were saved, a tenth is earned";
}

TEST_F(ClientTest, stops_asking_a_service_that_keeps_failing) {
  RunningServer server(upstream(calls));
  auto brittle = options(server.server().port());
  brittle.breaker_failures = 3;
  brittle.breaker_open_for = 1h;
  Client client(io, brittle, registry);
  calls.failing = 1'000;
  for (int i = 0; i < 3; ++i) send(client, {.method = Method::post, .target = "/x"});
  EXPECT_EQ(calls.count, 3);
  EXPECT_THROW(send(client, {.target = "/x"}), UpstreamUnavailable);
  EXPECT_EQ(calls.count, 3) << "nothing was sent";
}

TEST_F(ClientTest, tells_that_nobody_listens) {
  std::uint16_t port = 0;
  {
    RunningServer server(upstream(calls));
    port = server.server().port();
  }
  Client client(io, options(port), registry);
  EXPECT_THROW(send(client, {.target = "/x"}), UpstreamUnavailable);
}

TEST_F(ClientTest, keeps_to_its_deadline_and_to_its_own_timeout) {
  auto brief = RunningServer::quiet();
  brief.drain_timeout = 10ms;  // the handlers left behind sleep
  RunningServer server(upstream(calls), brief);
  Client client(io, options(server.server().port()), registry);
  EXPECT_THROW(send(client, {.target = "/late", .deadline = Deadline::in(30ms)}), DeadlineExceeded);
  auto hasty = options(server.server().port());
  hasty.timeout = 30ms;
  Client impatient(io, hasty, registry);
  EXPECT_THROW(send(impatient, {.target = "/late"}), UpstreamUnavailable);
}

TEST_F(ClientTest, bounds_what_it_receives) {
  RunningServer server(upstream(calls));
  auto small = options(server.server().port());
  small.max_response_bytes = 50'000;
  Client client(io, small, registry);
  EXPECT_THROW(send(client, {.target = "/big"}), UpstreamUnavailable);
  Client large(io, options(server.server().port()), registry);
  EXPECT_EQ(send(large, {.target = "/big"}).body.size(), 100'000u);
}

TEST_F(ClientTest, never_sends_what_would_be_a_second_request) {
  RunningServer server(upstream(calls));
  Client client(io, options(server.server().port()), registry);
  EXPECT_THROW(send(client, {.target = "/x HTTP/1.1\r\n\r\nGET /y"}), std::invalid_argument);
  Call call{.target = "/x"};
  call.headers.add("X-Own", "a\r\nX-Evil: b");
  EXPECT_THROW(send(client, std::move(call)), std::invalid_argument);
  EXPECT_THROW(Client(io, {.base_url = "https://a:1", .name = "a"}, registry), std::invalid_argument);
}

TEST(CircuitBreaker, opens_probes_and_closes) {
  CircuitBreaker breaker({.failures = 2, .open_for = 1s});
  CircuitBreaker::Moment now{};
  EXPECT_TRUE(breaker.admits(now));
  breaker.failed(now);
  breaker.succeeded();
  breaker.failed(now);
  EXPECT_TRUE(breaker.admits(now)) << "only failures in a row count";
  breaker.failed(now);
  EXPECT_FALSE(breaker.admits(now + 999ms));
  EXPECT_TRUE(breaker.admits(now + 1s));
  EXPECT_FALSE(breaker.admits(now + 1s)) << "one probe at a time";
  breaker.failed(now + 1s);
  EXPECT_FALSE(breaker.admits(now + 1999ms));
  EXPECT_TRUE(breaker.admits(now + 2s));
  breaker.gave_up();
  EXPECT_TRUE(breaker.admits(now + 2s)) << "a probe whose caller left tells nothing";
  breaker.succeeded();
  EXPECT_TRUE(breaker.admits(now + 2s));
  EXPECT_FALSE(breaker.is_open());
}

}  // namespace
}  // namespace mrbill::http
