#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <http/head_scanner.hpp>
#include <http/request_parser.hpp>

namespace mrbill::http {
namespace {

// What came of some bytes: a request, or a refusal's status, or 0 while more is needed.
struct Reading {
  unsigned refusal = 0;
  bool complete = false;
  Request request;
  std::size_t used = 0;
};

// Reads one request as a connection does, given the bytes in pieces of the size that `cut` tells.
template <class Cut>
Reading read(std::string_view bytes, Cut cut) {
  Reading reading;
  HeadScanner scanner({});
  RequestParser parser;
  std::size_t known = 0;
  bool in_body = false;
  while (known < bytes.size()) {
    known = std::min(bytes.size(), known + cut());
    if (!in_body) {
      const auto state = scanner.scan(bytes.substr(0, known));
      if (state == HeadState::more) continue;
      if (state != HeadState::complete) return reading.refusal = 1, reading;
      const auto head = parser.read_head(bytes.substr(0, scanner.length()), reading.request);
      if (!head) return reading.refusal = contract::status_of(head.error().code), reading;
      reading.used = scanner.length();
      in_body = true;
    }
    const auto used = parser.read_body(bytes.substr(reading.used, known - reading.used), 1 << 20);
    if (!used) return reading.refusal = contract::status_of(used.error().code), reading;
    reading.used += *used;
    if (parser.complete()) {
      reading.complete = true;
      return reading;
    }
  }
  return reading;
}

Reading read_whole(std::string_view bytes) {
  return read(bytes, [&] { return bytes.size(); });
}

const std::vector<std::string>& seeds() {
  static const std::vector<std::string> requests{
      "GET /a/b?c=d HTTP/1.1\r\nHost: a\r\nAccept: */*\r\nX-Request-Id: 1\r\n\r\n",
      "POST /x HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
      "13\r\n\r\n{\"a\":[1,2,3]}",
      "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
      "chunked\r\n\r\n4;ext=\"q\"\r\nabcd\r\nA\r\n0123456789\r\n0\r\nT: v\r\n\r\n",
      "DELETE /x HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n",
      "OPTIONS * HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n",
  };
  return requests;
}

TEST(RequestParser, reads_the_same_however_the_bytes_are_cut) {
  std::mt19937 random(1);
  for (const auto& seed : seeds()) {
    const auto whole = read_whole(seed);
    ASSERT_TRUE(whole.complete) << seed;
    EXPECT_EQ(whole.used, seed.size());
    for (int i = 0; i < 200; ++i) {
      const auto pieces = read(seed, [&] { return 1 + random() % 7; });
      EXPECT_TRUE(pieces.complete);
      EXPECT_EQ(pieces.used, whole.used);
      EXPECT_EQ(pieces.request.body, whole.request.body);
      EXPECT_EQ(pieces.request.path, whole.request.path);
    }
  }
}

TEST(RequestParser, leaves_the_next_request_alone) {
  for (const auto& seed : seeds()) EXPECT_EQ(read_whole(seed + "GET /next").used, seed.size());
}

// Under the sanitizers this is where a parser that trusts its input would be seen.
TEST(RequestParser, stands_a_hundred_thousand_broken_requests) {
  std::mt19937 random(2);
  constexpr std::string_view spice = "\r\n\t :;,=0123456789abcdefGHTP/%*\"\\\0\x7f\xff";
  for (int i = 0; i < 100'000; ++i) {
    auto bytes = seeds()[random() % seeds().size()];
    for (auto changes = 1 + random() % 4; changes > 0; --changes) {
      const auto at = random() % bytes.size();
      switch (random() % 4) {
        case 0:
          bytes[at] = spice[random() % spice.size()];
          break;
        case 1:
          bytes.insert(at, 1, spice[random() % spice.size()]);
          break;
        case 2:
          bytes.erase(at, 1 + random() % 3);
          break;
        default:
          bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 30));
          break;
      }
      if (bytes.empty()) bytes = "\r\n";
    }
    const auto whole = read_whole(bytes);
    const auto pieces = read(bytes, [&] { return 1 + random() % 9; });
    ASSERT_EQ(whole.complete, pieces.complete) << bytes;
    if (whole.complete) {
      ASSERT_EQ(whole.request.body, pieces.request.body) << bytes;
    }
    ASSERT_LE(whole.used, bytes.size());
  }
}

TEST(HeadScanner, finds_the_end_of_a_head_that_comes_in_pieces) {
  const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  HeadScanner scanner({});
  for (std::size_t size = 0; size < head.size(); ++size) {
    EXPECT_EQ(scanner.scan(std::string_view(head).substr(0, size)), HeadState::more);
  }
  EXPECT_EQ(scanner.scan(head + "body"), HeadState::complete);
  EXPECT_EQ(scanner.length(), head.size());
}

TEST(HeadScanner, bounds_what_has_no_end) {
  EXPECT_EQ(HeadScanner({.target_bytes = 100}).scan(std::string(101, 'a')), HeadState::target_too_long);
  EXPECT_EQ(HeadScanner({.head_bytes = 200}).scan("GET / HTTP/1.1\r\n" + std::string(200, 'a')),
            HeadState::too_large);
}

TEST(RequestParser, takes_every_form_of_a_host) {
  for (auto host : {"", "a", "a.b-c_d", "127.0.0.1:8080", "[::1]", "[2001:db8::1]:443", "a:", "a%20b",
                    "mr-bill.example:65535"}) {
    const auto reading =
        read("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n", [] { return std::size_t{1000}; });
    EXPECT_TRUE(reading.complete) << host;
  }
}

}  // namespace
}  // namespace mrbill::http
