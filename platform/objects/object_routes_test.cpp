#include <gtest/gtest.h>

#include <http/server_fixture.hpp>
#include <objects/memory_store.hpp>
#include <objects/object_routes.hpp>
#include <testing/manual_clock.hpp>
#include <testing/run.hpp>

namespace mrbill::objects {
namespace {

using namespace std::chrono_literals;

class ObjectRoutes : public ::testing::Test {
 protected:
  testing::ManualClock clock;
  MemoryStore store{clock};
  LinkSigner links{Secret(std::string(64, 'a')), "", clock};
  std::vector<http::Route> mounted = routes(store, links);
  Object object;

  void SetUp() override {
    Upload upload{.key = "a/b.html", .content_type = "text/html", .max_bytes = 100, .only_if_absent = false};
    object = testing::run(store.put(upload, one_chunk("0123456789"))).value();
  }
  http::Request request_for(const std::string& key, std::string query) {
    http::Request request;
    request.path_parameters = {{"key", key}};
    request.query = std::move(query);
    return request;
  }
  http::Request linked() {
    auto link = links.sign("a/b.html", "page.html", 60s);
    return request_for("a/b.html", link.substr(link.find('?') + 1));
  }
  http::Response answer(http::Request request) {
    return testing::run(mounted.front().handler(std::move(request)));
  }
  static std::string body(const http::Response& response) {
    std::string out;
    if (!response.stream) return out;
    for (auto piece = testing::run(response.stream()); piece; piece = testing::run(response.stream()))
      out += *piece;
    return out;
  }
};

TEST_F(ObjectRoutes, serves_a_link_as_an_attachment_that_no_browser_runs) {
  auto response = answer(linked());
  EXPECT_EQ(response.status, 200u);
  EXPECT_EQ(body(response), "0123456789");
  EXPECT_EQ(response.content_length, 10u);
  EXPECT_EQ(response.headers.find("Content-Type"), "text/html");
  EXPECT_EQ(response.headers.find("Content-Disposition"),
            R"(attachment; filename="page.html"; filename*=UTF-8''page.html)");
  EXPECT_EQ(response.headers.find("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(response.headers.find("Content-Security-Policy"), "default-src 'none'; sandbox");
  EXPECT_EQ(response.headers.find("ETag"), object.etag);
  EXPECT_EQ(response.headers.find("Accept-Ranges"), "bytes");
  EXPECT_TRUE(response.headers.find("Last-Modified"));
}

TEST_F(ObjectRoutes, a_browser_keeps_a_file_as_long_as_links_to_it_stay_equal) {
  const auto link = links.sign("a/b.html", "page.html", 1h);
  const auto long_one = [&] { return request_for("a/b.html", link.substr(link.find('?') + 1)); };
  EXPECT_EQ(answer(long_one()).headers.find("Cache-Control"), "private, max-age=900, no-transform");
  clock.advance(1h + 10min);
  EXPECT_EQ(answer(long_one()).headers.find("Cache-Control"), "private, max-age=300, no-transform")
      << "no longer than the link holds";
  auto had = long_one();
  had.headers.set("If-None-Match", object.etag);
  EXPECT_EQ(answer(had).headers.find("Cache-Control"), "private, max-age=300, no-transform");
  EXPECT_EQ(answer(linked()).headers.find("Cache-Control"), "private, max-age=60, no-transform");
}

TEST_F(ObjectRoutes, nobody_keeps_that_a_link_was_refused) {
  const auto refused = answer(request_for("a/b.html", "expires=1&name=n&signature=x"));
  EXPECT_EQ(refused.headers.find("Cache-Control"), "no-store");
}

TEST_F(ObjectRoutes, a_file_of_what_may_end_at_any_moment_is_asked_for_each_time) {
  Serving serving{.download_name = "film.mp4", .served_as = ServedAs::part_of_a_page};
  const auto response = testing::run(serve(store, http::Request{}, "a/b.html", serving));
  EXPECT_EQ(response.headers.find("Cache-Control"), "private, no-cache, no-transform");
}

TEST_F(ObjectRoutes, answers_head_without_content) {
  auto request = linked();
  request.method = http::Method::head;
  auto response = answer(request);
  EXPECT_EQ(response.status, 200u);
  EXPECT_EQ(response.content_length, 10u);
  EXPECT_FALSE(response.stream);
}

TEST_F(ObjectRoutes, serves_a_part) {
  auto request = linked();
  request.headers.set("Range", "bytes=2-4");
  auto response = answer(request);
  EXPECT_EQ(response.status, 206u);
  EXPECT_EQ(response.headers.find("Content-Range"), "bytes 2-4/10");
  EXPECT_EQ(response.content_length, 3u);
  EXPECT_EQ(body(response), "234");
}

TEST_F(ObjectRoutes, tells_the_size_when_a_part_is_not_there) {
  auto request = linked();
  request.headers.set("Range", "bytes=10-");
  auto response = answer(request);
  EXPECT_EQ(response.status, 416u);
  EXPECT_EQ(response.headers.find("Content-Range"), "bytes */10");
  EXPECT_EQ(response.headers.find("Cache-Control"), "no-store");
}

TEST_F(ObjectRoutes, sends_nothing_that_the_client_already_has) {
  auto request = linked();
  request.headers.set("If-None-Match", object.etag);
  auto response = answer(request);
  EXPECT_EQ(response.status, 304u);
  EXPECT_EQ(response.headers.find("ETag"), object.etag);
  EXPECT_FALSE(response.stream);
}

TEST_F(ObjectRoutes, refuses_a_stale_expectation) {
  auto request = linked();
  request.headers.set("If-Match", "\"other\"");
  EXPECT_EQ(answer(request).status, 412u);
}

TEST_F(ObjectRoutes, a_link_that_does_not_hold_is_refused_whether_or_not_the_object_exists) {
  for (auto key : {"a/b.html", "never/was"}) {
    auto response = answer(request_for(key, "expires=1&name=n&signature=x"));
    EXPECT_EQ(response.status, 403u);
    EXPECT_NE(response.body.find("link_invalid"), std::string::npos);
  }
}

TEST_F(ObjectRoutes, an_expired_link_says_so) {
  auto request = linked();
  clock.advance(60s);
  auto response = answer(request);
  EXPECT_EQ(response.status, 403u);
  EXPECT_NE(response.body.find("link_expired"), std::string::npos);
}

TEST_F(ObjectRoutes, an_object_that_is_gone_is_not_found) {
  auto request = linked();
  static_cast<void>(testing::run(store.remove("a/b.html")));
  EXPECT_EQ(answer(request).status, 404u);
}

// Over a real connection: what the server makes of a stream with a known length, and of HEAD.
TEST_F(ObjectRoutes, are_served_over_http) {
  http::testing::RunningServer server([this](http::Shard& shard) { shard.mount(routes(store, links)); });
  auto link = links.sign("a/b.html", "page.html", 60s);
  auto client = server.client();
  auto whole = client.ask("GET " + link + " HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(whole->status, 200u);
  EXPECT_EQ(whole->headers.find("Content-Length"), "10");
  EXPECT_EQ(whole->body, "0123456789");
  auto part = client.ask("GET " + link + " HTTP/1.1\r\nHost: x\r\nRange: bytes=-3\r\n\r\n");
  EXPECT_EQ(part->status, 206u);
  EXPECT_EQ(part->body, "789");
  client.send("HEAD " + link + " HTTP/1.1\r\nHost: x\r\n\r\n");
  auto head = client.answer(false);
  EXPECT_EQ(head->status, 200u);
  EXPECT_EQ(head->headers.find("Content-Length"), "10");
  auto same =
      client.ask("GET " + link + " HTTP/1.1\r\nHost: x\r\nIf-None-Match: " + object.etag + "\r\n\r\n");
  EXPECT_EQ(same->status, 304u);
  EXPECT_EQ(client.ask("GET /objects/../secret HTTP/1.1\r\nHost: x\r\n\r\n")->status, 404u);
}

}  // namespace
}  // namespace mrbill::objects
