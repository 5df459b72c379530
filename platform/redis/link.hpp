// One TCP connection to Redis, from its start to its end; whoever wants another one after it makes a
// new Link.
//
// What is submitted in one turn of the event loop leaves in one write. Answers come in the order of the
// requests, so an answer that does not come in time ends the link: nothing that arrives later could be
// attributed any more. Safety: an answer is given to the oldest request without one, and to no other.
// Liveness: every request is answered, or fails within its time and a quarter of the shortest of the limits.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <string>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <async/task.hpp>
#include <redis/address.hpp>
#include <redis/reply.hpp>
#include <redis/reply_reader.hpp>

namespace mrbill::redis {

struct LinkLimits {
  std::chrono::milliseconds timeout;    // for the connect with its greeting, and of a ping
  std::chrono::milliseconds heartbeat;  // after so much silence a ping tells a dead peer from a quiet one
  std::size_t in_flight;
};

// Owners: the coroutine serve() until the link ends, and the client that submits to it.
class Link : public std::enable_shared_from_this<Link> {
 public:
  using Answered = std::move_only_function<void(std::exception_ptr, Reply)>;
  using Push = std::function<void(Reply)>;  // takes what comes unasked: pub/sub

  Link(asio::io_context& io, Address address, LinkLimits limits, Push push = {});

  // Connects, greets (AUTH, SELECT, PING) and reads until the link ends; the text says why. `greeted` runs
  // once the server has answered well. Requests may be submitted before: they leave behind the greeting.
  [[nodiscard]] Task<std::string> serve(std::function<void()> greeted);

  // `replies` answers will come for these bytes; the last is given to the caller. Throws Unavailable.
  [[nodiscard]] Task<Reply> run(std::string request, std::size_t replies, std::chrono::milliseconds timeout);
  // For SUBSCRIBE, whose answers are pushes.
  void send(std::string_view request);
  void close(std::string why);

  [[nodiscard]] bool ready() const { return ready_ && !closed_; }
  [[nodiscard]] bool closed() const { return closed_; }
  [[nodiscard]] std::size_t in_flight() const { return pending_.size(); }

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Pending {
    Answered answered;  // empty: nobody waits (any more)
    Moment deadline;
  };

  std::uint64_t submit(std::string_view request, std::size_t replies, std::chrono::milliseconds timeout,
                       Answered answered);
  void forget(std::uint64_t serial);
  void greet();
  void welcome(std::exception_ptr failure, const Reply& reply, bool last);
  void write_soon();
  void write();
  [[nodiscard]] Task<> connect();
  [[nodiscard]] Task<> read();
  void deliver(Reply reply);
  void watch();
  void look();

  Address address_;
  LinkLimits limits_;
  Push push_;
  std::function<void()> greeted_;
  asio::ip::tcp::socket socket_;
  asio::steady_timer watch_;
  ReplyReader reader_;
  std::deque<Pending> pending_;
  std::uint64_t first_serial_ = 0;  // of pending_.front()
  std::string unsent_;
  std::string sending_;
  Moment last_heard_;
  Moment last_pinged_;
  std::string why_closed_;
  bool connected_ = false;
  bool writing_ = false;
  bool write_posted_ = false;
  bool ready_ = false;
  bool closed_ = false;
};

}  // namespace mrbill::redis
