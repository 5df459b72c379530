// A closed loop of many connections that tells answers from refusals: mrbill-bench-overload PORT PATH TOKEN
// CONNECTIONS SECONDS
//
// wrk measures all answers alike; what counts here are the requests that were admitted. One line of JSON: how
// many were answered, refused (503, 429), failed (anything else, or no answer), and the milliseconds of the
// answered at the middle and at 99 of 100.
#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <async/task.hpp>

namespace mrbill::bench {
namespace {

using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

struct Tally {
  std::vector<double> answered;  // milliseconds
  std::size_t refused = 0;
  std::size_t failed = 0;

  void note(unsigned status, double milliseconds) {
    if (status == 200) answered.push_back(milliseconds);
    if (status == 503 || status == 429) ++refused;
    if (status != 200 && status != 503 && status != 429) ++failed;
  }
};

struct Plan {
  tcp::endpoint target;
  std::string request;
  Clock::time_point end;
};

struct Head {
  unsigned status = 0;
  std::size_t length = 0;
  bool closes = false;
};

Head parse(std::string head) {
  std::ranges::transform(head, head.begin(), [](unsigned char c) { return std::tolower(c); });
  Head out;
  out.status = static_cast<unsigned>(std::strtoul(head.c_str() + 9, nullptr, 10));
  if (const auto at = head.find("\r\ncontent-length: "); at != std::string::npos)
    out.length = std::strtoul(head.c_str() + at + 18, nullptr, 10);
  out.closes = head.find("\r\nconnection: close") != std::string::npos;
  return out;
}

// Nothing when the connection ended before a whole answer.
Task<Head> ask(tcp::socket& socket, const std::string& request) {
  auto [unsent, sent] =
      co_await asio::async_write(socket, asio::buffer(request), asio::as_tuple(asio::use_awaitable));
  if (unsent) co_return Head{};
  std::string buffer;
  auto [broken, size] = co_await asio::async_read_until(socket, asio::dynamic_buffer(buffer), "\r\n\r\n",
                                                        asio::as_tuple(asio::use_awaitable));
  if (broken) co_return Head{};
  const auto head = parse(buffer.substr(0, size));
  const auto there = buffer.size() - size;
  if (there < head.length) {
    buffer.resize(head.length - there);
    auto [cut, rest] =
        co_await asio::async_read(socket, asio::buffer(buffer), asio::as_tuple(asio::use_awaitable));
    if (cut) co_return Head{};
  }
  co_return head;
}

Task<> visit(const Plan& plan, Tally& tally, asio::io_context& io) {
  tcp::socket socket(io);
  while (Clock::now() < plan.end) {
    if (!socket.is_open()) {
      auto [unreachable] = co_await socket.async_connect(plan.target, asio::as_tuple(asio::use_awaitable));
      if (unreachable) {
        tally.note(0, 0);
        socket.close();
        continue;
      }
    }
    const auto begun = Clock::now();
    const auto head = co_await ask(socket, plan.request);
    tally.note(head.status, std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
    if (head.status == 0 || head.closes) socket.close();
  }
}

double at(std::vector<double>& values, double share) {
  if (values.empty()) return 0;
  const auto place =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, place);
  return *place;
}

int run(std::span<char*> arguments) {
  asio::io_context io{1};
  const auto port = static_cast<std::uint16_t>(std::strtoul(arguments[1], nullptr, 10));
  const double seconds = std::strtod(arguments[5], nullptr);
  const Plan plan{.target = {asio::ip::address_v4::loopback(), port},
                  .request = std::string("GET ") + arguments[2] +
                             " HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer " + arguments[3] + "\r\n\r\n",
                  .end = Clock::now() +
                         std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds))};
  Tally tally;
  for (auto left = std::strtoul(arguments[4], nullptr, 10); left > 0; --left)
    asio::co_spawn(io, visit(plan, tally, io), asio::detached);
  io.run();
  std::printf(
      R"({"answered": %zu, "refused": %zu, "failed": %zu, "rps": %.1f, "p50_ms": %.2f, "p99_ms": %.2f})"
      "\n",
      tally.answered.size(), tally.refused, tally.failed,
      static_cast<double>(tally.answered.size()) / seconds, at(tally.answered, 0.5),
      at(tally.answered, 0.99));
  return 0;
}

}  // namespace
}  // namespace mrbill::bench

int main(int count, char** arguments) {
  return count == 6 ? mrbill::bench::run({arguments, static_cast<std::size_t>(count)}) : 2;
}
