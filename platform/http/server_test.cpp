#include <future>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <async/deadline.hpp>
#include <base/coded_unavailable.hpp>
#include <http/client_watch.hpp>
#include <http/etag.hpp>
#include <http/exchange.hpp>
#include <http/problem.hpp>
#include <http/server.hpp>
#include <http/server_fixture.hpp>

namespace mrbill::http {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using testing::RawAnswer;
using testing::RunningServer;

Task<Response> hello(Request) {
  co_return json_response(200, R"({"hello":"world"})");
}
Task<Response> echo(Request request) {
  Response response = json_response(200, request.body);
  response.headers.add("X-Length", std::to_string(request.body.size()));
  co_return response;
}
Task<Response> tell(Request request) {
  co_return json_response(200, std::string(request.path_parameter("id").value_or("")) + "|" + request.query +
                                   "|" + request.client_address + "|" + request.request_id);
}
Task<Response> split(Request) {
  auto response = no_content();
  response.headers.add("X-Evil", "a\r\nSet-Cookie: b=c");
  co_return response;
}
Task<Response> away(Request) {
  throw ServiceUnavailable("the database is away", std::chrono::seconds(7));
}
Task<Response> search_away(Request) {
  throw CodedUnavailable({ErrorCode::search_unavailable,
                          "The search is being repaired. Lists and filters work; search again in a moment."},
                         "secret detail", std::chrono::seconds(3));
}
Task<Response> broken(Request) {
  throw std::runtime_error("secret detail");
}
Task<Response> late(Request request) {
  co_await sleep_for(std::chrono::hours(1));
  co_return json_response(200, request.path);
}

Route anonymous(Method method, std::string_view pattern, Handler handler) {
  return {.method = method,
          .pattern = pattern,
          .operation = pattern,
          .access = Access::anonymous,
          .handler = std::move(handler)};
}

void compose(Shard& shard) {
  std::vector<Route> routes;
  routes.push_back(anonymous(Method::get, "/hello", hello));
  routes.push_back(anonymous(Method::get, "/tell/{id}", tell));
  routes.push_back(anonymous(Method::get, "/split", split));
  routes.push_back(anonymous(Method::get, "/away", away));
  routes.push_back(anonymous(Method::get, "/search-away", search_away));
  routes.push_back(anonymous(Method::get, "/broken", broken));
  routes.push_back(anonymous(Method::get, "/late", late));
  auto post = anonymous(Method::post, "/echo", echo);
  post.media_types = {"application/json"};
  post.max_body = 1000;
  routes.push_back(post);
  auto big = anonymous(Method::put, "/echo", echo);
  big.media_types = {"application/json", "text/csv"};
  big.max_body = 8 << 20;
  routes.push_back(big);
  auto secret = anonymous(Method::get, "/secret", hello);
  secret.access = Access::person;
  routes.push_back(secret);
  shard.mount(std::move(routes));
}

std::string get(std::string_view target, std::string_view fields = "") {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n";
}
std::string post(std::string_view body, std::string_view fields = "Content-Type: application/json\r\n") {
  return "POST /echo HTTP/1.1\r\nHost: a\r\n" + std::string(fields) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

void expect_problem(const std::optional<RawAnswer>& answer, unsigned status, std::string_view code) {
  ASSERT_TRUE(answer.has_value()) << "no answer, expected " << status;
  EXPECT_EQ(answer->status, status) << answer->body;
  EXPECT_EQ(answer->headers.get_or("Content-Type", ""), "application/problem+json");
  EXPECT_THAT(answer->body, HasSubstr("\"status\":" + std::to_string(status)));
  EXPECT_THAT(answer->body, HasSubstr("\"code\":\"" + std::string(code) + "\""));
  EXPECT_THAT(answer->body, HasSubstr("\"requestId\":\"" +
                                      std::string(answer->headers.get_or("X-Request-Id", "?")) + "\""));
}

TEST(Server, answers_a_request_and_keeps_the_connection) {
  RunningServer server(compose);
  auto client = server.client();
  for (int i = 0; i < 3; ++i) {
    const auto answer = client.ask(get("/hello"));
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 200u);
    EXPECT_EQ(answer->body, R"({"hello":"world"})");
    EXPECT_EQ(answer->headers.get_or("Content-Type", ""), "application/json");
    EXPECT_EQ(answer->headers.find("Connection"), std::nullopt);
    EXPECT_THAT(std::string(answer->headers.get_or("Date", "")),
                MatchesRegex("[A-Z][a-z][a-z], [0-9]+ [A-Z][a-z][a-z] [0-9]+ [0-9:]+ GMT"));
  }
}

TEST(Server, answers_pipelined_requests_in_order) {
  RunningServer server(compose);
  auto client = server.client();
  client.send(get("/tell/1") + post("{}") + get("/nowhere") + get("/tell/2"));
  EXPECT_THAT(client.answer()->body, HasSubstr("1|"));
  EXPECT_EQ(client.answer()->body, "{}");
  EXPECT_EQ(client.answer()->status, 404u);
  EXPECT_THAT(client.answer()->body, HasSubstr("2|"));
}

TEST(Server, answers_a_request_that_arrives_byte_by_byte) {
  RunningServer server(compose);
  auto client = server.client();
  for (char c : post(R"({"a":1})")) client.send({&c, 1});
  EXPECT_EQ(client.answer()->body, R"({"a":1})");
  const std::string chunked =
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: "
      "chunked\r\n\r\n";
  for (char c : chunked + "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n") client.send({&c, 1});
  EXPECT_EQ(client.answer()->body, "abcde");
  for (char c : chunked + "0\r\n\r\n") client.send({&c, 1});
  EXPECT_EQ(client.answer()->body, "");
  EXPECT_EQ(client.ask(get("/hello"))->status, 200u);
}

TEST(Server, gives_head_the_fields_of_get_without_its_body) {
  RunningServer server(compose);
  auto client = server.client();
  client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto answer = client.answer(false);
  EXPECT_EQ(answer->status, 200u);
  EXPECT_EQ(answer->headers.get_or("Content-Length", ""), "17");
  EXPECT_EQ(client.ask(get("/hello"))->body, R"({"hello":"world"})");
}

TEST(Server, closes_after_http_1_0_and_connection_close) {
  RunningServer server(compose);
  auto old = server.client();
  EXPECT_EQ(old.ask("GET /hello HTTP/1.0\r\n\r\n")->headers.get_or("Connection", ""), "close");
  EXPECT_TRUE(old.is_closed());
  auto polite = server.client();
  EXPECT_EQ(polite.ask(get("/hello", "Connection: close\r\n"))->headers.get_or("Connection", ""), "close");
  EXPECT_TRUE(polite.is_closed());
  auto kept = server.client();
  EXPECT_EQ(
      kept.ask("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")->headers.get_or("Connection", ""),
      "keep-alive");
  EXPECT_EQ(kept.ask(get("/hello"))->status, 200u);
}

TEST(Server, decodes_path_parameters_and_keeps_the_query_as_sent) {
  RunningServer server(compose);
  auto client = server.client();
  const auto answer = client.ask(get("/tell/a%20b?x=%41&y", "X-Request-Id: abc-1\r\n"));
  EXPECT_EQ(answer->body, "a b|x=%41&y|127.0.0.1|abc-1");
  EXPECT_EQ(answer->headers.get_or("X-Request-Id", ""), "abc-1");
}

TEST(Server, believes_the_gateway_alone_about_where_a_caller_is) {
  RunningServer server(compose);
  auto client = server.client();
  const auto seen = [&](std::string_view fields) {
    const auto body = client.ask(get("/tell/a", "X-Request-Id: id\r\n" + std::string(fields)))->body;
    return body.substr(3, body.size() - 6);
  };
  const std::string forwarded = "X-Forwarded-For: 1.1.1.1, 9.8.7.6\r\n";
  EXPECT_EQ(seen(forwarded + "X-Gateway-Key: the gateway's key\r\n"), "9.8.7.6");
  EXPECT_EQ(seen("X-Gateway-Key: the gateway's key\r\n"), "127.0.0.1");
  EXPECT_EQ(seen(forwarded), "127.0.0.1");
  EXPECT_EQ(seen(forwarded + "X-Gateway-Key: \r\n"), "127.0.0.1");
  EXPECT_EQ(seen(forwarded + "X-Gateway-Key: the gateway's kez\r\n"), "127.0.0.1");
  auto keyless = RunningServer::quiet();
  keyless.gateway_key = Secret();
  RunningServer other(compose, keyless);
  EXPECT_THAT(other.client().ask(get("/tell/a", forwarded + "X-Gateway-Key: \r\n"))->body,
              HasSubstr("127.0.0.1"));
}

TEST(Server, shows_what_is_the_installations_to_who_has_its_key) {
  const auto ask = [](RunningServer& server, std::string_view fields) {
    return server.internal_client().ask(get("/metrics", fields))->status;
  };
  RunningServer server(compose);
  EXPECT_EQ(ask(server, "Authorization: Bearer the installation's key\r\n"), 200u);
  for (auto other : {"", "Authorization: Bearer \r\n", "Authorization: Bearer the installation's kez\r\n",
                     "Authorization: the installation's key\r\n"}) {
    EXPECT_EQ(ask(server, other), 401u) << other;
  }
  auto keyless = RunningServer::quiet();
  keyless.installation_key = Secret();
  RunningServer closed(compose, keyless);
  EXPECT_EQ(ask(closed, "Authorization: Bearer \r\n"), 401u);
}

TEST(Server, lets_nobody_share_what_it_does_not_say_may_be_shared) {
  RunningServer server(compose);
  auto client = server.client();
  const auto hello = client.ask(get("/hello"));
  EXPECT_EQ(hello->headers.get_or("Cache-Control", ""), "no-store");
  EXPECT_EQ(hello->headers.find("Vary"), std::nullopt);
  const auto refused = client.ask(get("/secret"));
  EXPECT_EQ(refused->headers.get_or("Cache-Control", ""), "no-store");
  EXPECT_EQ(refused->headers.get_or("Vary", ""), "Authorization");
  const Route personal{.method = Method::get, .pattern = "/secret", .operation = "secret", .handler = {}};
  auto tagged = json_response(200, "{}");
  tagged.headers.set("ETag", etag_of(1, "ab"));
  forbid_sharing(tagged, &personal);
  EXPECT_EQ(tagged.headers.get_or("Cache-Control", ""), "private, no-cache");
  auto chosen = json_response(200, "{}");
  chosen.headers.set("Cache-Control", "public, max-age=300");
  forbid_sharing(chosen, nullptr);
  EXPECT_EQ(chosen.headers.get_or("Cache-Control", ""), "public, max-age=300");
}

TEST(Server, replaces_a_request_id_that_is_not_fit_to_be_logged) {
  RunningServer server(compose);
  auto client = server.client();
  for (const auto& bad : {std::string(129, 'a'), std::string("a b"), std::string("\xc3\xa4")}) {
    const auto answer = client.ask(get("/hello", "X-Request-Id: " + bad + "\r\n"));
    EXPECT_EQ(answer->status, 200u);
    EXPECT_THAT(std::string(answer->headers.get_or("X-Request-Id", "")), MatchesRegex("[0-9a-f]{32}"));
  }
}

TEST(Server, goes_on_with_the_trace_of_the_caller) {
  RunningServer server(compose);
  auto client = server.client();
  const std::string trace = "0af7651916cd43dd8448eb211c80319c";
  const auto answer = client.ask(get("/hello", "traceparent: 00-" + trace + "-b7ad6b7169203331-01\r\n"));
  const std::string out(answer->headers.get_or("Traceparent", ""));
  EXPECT_THAT(out, HasSubstr("00-" + trace + "-"));
  EXPECT_THAT(out, ::testing::Not(HasSubstr("b7ad6b7169203331")));
}

TEST(Server, answers_what_it_does_not_have_with_problems) {
  RunningServer server(compose);
  auto client = server.client();
  for (auto path : {"/", "/nowhere", "/hello/", "//hello", "/./hello", "/x/../hello", "/tell/", "/tell/..",
                    "/tell/%2e%2e", "/tell/a%2Fb", "/tell/%00", "/tell/%ff", "/hello/world", "/metrics",
                    "/health/live"}) {
    SCOPED_TRACE(path);
    expect_problem(client.ask(get(path)), 404, "not_found");
  }
  const auto wrong = client.ask("DELETE /echo HTTP/1.1\r\nHost: a\r\n\r\n");
  expect_problem(wrong, 405, "method_not_allowed");
  EXPECT_EQ(wrong->headers.get_or("Allow", ""), "POST, PUT, OPTIONS");
  const auto options = client.ask("OPTIONS /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(options->status, 204u);
  EXPECT_EQ(options->headers.get_or("Allow", ""), "GET, HEAD, OPTIONS");
}

TEST(Server, refuses_bodies_before_reading_them) {
  RunningServer server(compose);
  auto client = server.client();
  expect_problem(client.ask(post("{}", "")), 415, "unsupported_media_type");
  const auto wrong = client.ask(post("{}", "Content-Type: text/plain\r\n"));
  expect_problem(wrong, 415, "unsupported_media_type");
  EXPECT_EQ(wrong->headers.get_or("Accept", ""), "application/json");
  expect_problem(client.ask(post("{}", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n")), 415,
                 "unsupported_content_encoding");
  expect_problem(client.ask(get("/hello", "Content-Length: 2\r\n") + "{}"), 400, "unexpected_body");
  expect_problem(client.ask(post(std::string(1001, 'x'))), 413, "body_too_large");
  EXPECT_EQ(client.ask(post(std::string(1000, 'x')))->status, 200u)
      << "a small refused body does not cost the connection";
}

TEST(Server, closes_rather_than_read_a_huge_body_it_refused) {
  RunningServer server(compose);
  auto client = server.client();
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n");
  const auto answer = client.answer();
  expect_problem(answer, 413, "body_too_large");
  EXPECT_EQ(answer->headers.get_or("Connection", ""), "close");
}

TEST(Server, stops_a_chunked_body_at_the_limit) {
  RunningServer server(compose);
  auto client = server.client();
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: "
      "chunked\r\n\r\n");
  client.send("1f4\r\n" + std::string(500, 'a') + "\r\n1f5\r\n" + std::string(501, 'b') + "\r\n0\r\n\r\n");
  expect_problem(client.answer(), 413, "body_too_large");
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, receives_a_large_body) {
  RunningServer server(compose);
  auto client = server.client();
  const std::string body(5 << 20, 'x');
  client.send("PUT /echo HTTP/1.1\r\nHost: a\r\nContent-Type: Text/CSV; charset=utf-8\r\nContent-Length: " +
              std::to_string(body.size()) + "\r\n\r\n" + body);
  const auto answer = client.answer();
  EXPECT_EQ(answer->headers.get_or("X-Length", ""), std::to_string(body.size()));
  EXPECT_EQ(answer->body, body);
}

TEST(Server, asks_for_the_body_of_a_client_that_expects_it) {
  RunningServer server(compose);
  auto client = server.client();
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nExpect: "
      "100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.answer()->status, 100u);
  EXPECT_EQ(client.ask("{}")->status, 200u);
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nExpect: 100-continue\r\nContent-Length: "
      "2\r\n\r\n");
  expect_problem(client.answer(), 415, "unsupported_media_type");
  EXPECT_TRUE(client.is_closed()) << "whether the body follows is not known";
}

struct Hostile {
  std::string bytes;
  unsigned status;
  std::string_view code = "malformed_request";
};

TEST(Server, refuses_what_two_readers_could_read_differently) {
  RunningServer server(compose);
  const std::string json = "Host: a\r\nContent-Type: application/json\r\n";
  const std::string head = "POST /echo HTTP/1.1\r\n" + json;
  const std::vector<Hostile> cases{
      {head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {head + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n", 400},
      {head + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", 400},
      {head + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ", 400},
      {head + "Content-Length: 2, 3\r\n\r\n{}", 400},
      {head + "Content-Length: -1\r\n\r\n", 400},
      {head + "Content-Length: +2\r\n\r\n{}", 400},
      {head + "Content-Length: 0x2\r\n\r\n{}", 400},
      {head + "Content-Length: 99999999999999999999\r\n\r\n{}", 400},
      {head + "Transfer-Encoding: gzip\r\n\r\n", 501, "coding_not_implemented"},
      {head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501, "coding_not_implemented"},
      {head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400},
      {head + "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n", 400},
      {"POST /echo HTTP/1.0\r\n" + json + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nX : a\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nX\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\n: a\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\nHost: a\n\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nX: " + std::string(1, '\0') + "\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a b\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: ana@a\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a:b\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a:123456\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: [::1\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: [x]\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: \"a\"\r\n\r\n", 400},
      {"GET hello HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /he llo HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /hello#x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /tell/%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /tell/%4 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /tell/\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /hello\r\n\r\n", 400},
      {"\r\n\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /hello HTTP/2.0\r\nHost: a\r\n\r\n", 505, "http_version"},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nExpect: a-cake\r\n\r\n", 417, "expectation_failed"},
      {"TRACE /hello HTTP/1.1\r\nHost: a\r\n\r\n", 501, "method_not_implemented"},
      {"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 501, "method_not_implemented"},
      {"get /hello HTTP/1.1\r\nHost: a\r\n\r\n", 501, "method_not_implemented"},
      {"GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414, "uri_too_long"},
      {get("/hello", "X: " + std::string(17000, 'a') + "\r\n"), 431, "header_too_large"},
  };
  for (const auto& each : cases) {
    SCOPED_TRACE(each.bytes.substr(0, 120));
    auto client = server.client();
    expect_problem(client.ask(each.bytes), each.status, each.code);
    EXPECT_TRUE(client.is_closed());
  }
}

TEST(Server, refuses_a_head_of_many_small_fields) {
  RunningServer server(compose);
  auto client = server.client();
  std::string fields;
  for (int i = 0; i < 101; ++i) fields += "A: b\r\n";
  expect_problem(client.ask(get("/hello", fields)), 431, "header_too_large");
}

TEST(Server, accepts_the_absolute_form) {
  RunningServer server(compose);
  auto client = server.client();
  EXPECT_EQ(client.ask(get("http://other.example/hello"))->status, 200u);
  EXPECT_EQ(client.ask("\r\n" + get("/hello"))->status, 200u) << "RFC 9112 section 2.2";
}

TEST(Server, never_sends_a_field_that_would_split_the_answer) {
  RunningServer server(compose);
  auto client = server.client();
  expect_problem(client.ask(get("/split")), 500, "internal");
}

TEST(Server, tells_the_worlds_failures_apart_from_ours) {
  RunningServer server(compose);
  auto client = server.client();
  const auto unavailable = client.ask(get("/away"));
  expect_problem(unavailable, 503, "unavailable");
  EXPECT_EQ(unavailable->headers.get_or("Retry-After", ""), "7");
  const auto coded = client.ask(get("/search-away"));
  expect_problem(coded, 503, "search_unavailable");
  EXPECT_EQ(coded->headers.get_or("Retry-After", ""), "3");
  EXPECT_THAT(coded->body, ::testing::Not(HasSubstr("secret")));
  const auto internal = client.ask(get("/broken"));
  expect_problem(internal, 500, "internal");
  EXPECT_THAT(internal->body, ::testing::Not(HasSubstr("secret")));
  EXPECT_EQ(client.ask(get("/hello"))->status, 200u);
}

TEST(Server, cancels_a_handler_that_takes_too_long) {
  auto options = RunningServer::quiet();
  options.request_timeout = std::chrono::milliseconds(50);
  RunningServer server(compose, options);
  auto client = server.client();
  expect_problem(client.ask(get("/late")), 503, "timeout");
  EXPECT_EQ(client.ask(get("/hello"))->status, 200u) << "the connection goes on";
}

TEST(Server, tells_a_handler_that_its_client_has_left) {
  std::promise<bool> begun;
  std::promise<bool> stopped;
  const auto work = [&](Request request) -> Task<Response> {
    const auto watch = co_await watch_client(request.client_left);
    begun.set_value(watch.token().stop_requested());
    const auto deadline = Deadline::in(std::chrono::seconds(10));
    while (!watch.token().stop_requested() && !deadline.passed())
      co_await sleep_for(std::chrono::milliseconds(5));
    stopped.set_value(watch.token().stop_requested());
    co_return no_content();
  };
  RunningServer server([&](Shard& shard) { shard.mount({anonymous(Method::get, "/work", work)}); });
  auto client = server.client();
  client.send(get("/work"));
  EXPECT_FALSE(begun.get_future().get());
  client.leave();
  EXPECT_TRUE(stopped.get_future().get());
}

TEST(Server, refuses_a_protected_route_where_nobody_can_authenticate) {
  RunningServer server(compose);
  auto client = server.client();
  const auto answer = client.ask(get("/secret"));
  expect_problem(answer, 401, "unauthenticated");
  EXPECT_EQ(answer->headers.get_or("WWW-Authenticate", ""), "Bearer");
}

}  // namespace
}  // namespace mrbill::http
