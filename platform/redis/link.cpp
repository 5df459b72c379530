#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <async/within.hpp>
#include <redis/link.hpp>
#include <redis/request.hpp>

namespace mrbill::redis {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t max_unsent_bytes = 64UL << 20;
constexpr std::uint64_t nobody = std::numeric_limits<std::uint64_t>::max();  // a serial that no request has

std::exception_ptr unavailable(const std::string& why) {
  return std::make_exception_ptr(Unavailable("redis: " + why));
}

// How often the deadlines are looked at: often enough for the shortest of them.
milliseconds watch_period(const LinkLimits& limits) {
  return std::clamp(std::min(limits.timeout, limits.heartbeat) / 4, milliseconds(5), milliseconds(250));
}

}  // namespace

Link::Link(asio::io_context& io, Address address, LinkLimits limits, Push push)
    : address_(std::move(address)),
      limits_(limits),
      push_(std::move(push)),
      socket_(io),
      watch_(io),
      last_heard_(steady_clock::now()),
      last_pinged_(last_heard_) {
  greet();
}

// -- asking

Task<Reply> Link::run(std::string request, std::size_t replies, milliseconds timeout) {
  return asio::async_initiate<const asio::use_awaitable_t<>&, void(std::exception_ptr, Reply)>(
      [](auto handler, std::shared_ptr<Link> self, std::string bytes, std::size_t count, milliseconds wait) {
        auto slot = asio::get_associated_cancellation_slot(handler);
        auto executor = asio::get_associated_executor(handler);
        // Posted, not called: what resumes may submit, close or destroy while we are still reading.
        auto answered = [executor, waiting = std::move(handler)](std::exception_ptr failure,
                                                                 Reply reply) mutable {
          asio::post(executor, [waiting = std::move(waiting), failure, reply = std::move(reply)]() mutable {
            std::move(waiting)(failure, std::move(reply));
          });
        };
        const auto serial = self->submit(bytes, count, wait, std::move(answered));
        if (!slot.is_connected()) return;
        slot.assign([link = self->weak_from_this(), serial](asio::cancellation_type) {
          if (auto alive = link.lock()) alive->forget(serial);
        });
      },
      asio::use_awaitable, shared_from_this(), std::move(request), replies, timeout);
}

void Link::send(std::string_view request) {
  static_cast<void>(submit(request, 0, {}, {}));
}

std::uint64_t Link::submit(std::string_view request, std::size_t replies, milliseconds timeout,
                           Answered answered) {
  const bool full = pending_.size() + replies > limits_.in_flight || unsent_.size() > max_unsent_bytes;
  if (closed_ || full) {
    if (answered) answered(unavailable(closed_ ? why_closed_ : "too much is in flight"), {});
    return nobody;
  }
  unsent_ += request;
  const auto deadline = steady_clock::now() + timeout;
  for (std::size_t i = 1; i < replies; ++i) pending_.push_back({{}, deadline});
  if (replies > 0) pending_.push_back({std::move(answered), deadline});
  write_soon();
  return first_serial_ + pending_.size() - 1;
}

// The caller was cancelled. Its request may have left already, so its place in the line stays.
void Link::forget(std::uint64_t serial) {
  if (serial < first_serial_ || serial - first_serial_ >= pending_.size()) return;
  auto answered = std::exchange(pending_[serial - first_serial_].answered, {});
  if (!answered) return;
  answered(std::make_exception_ptr(boost::system::system_error(asio::error::operation_aborted)), {});
}

// -- the greeting

void Link::greet() {
  std::vector<Arguments> greeting;
  if (!address_.password.empty()) {
    greeting.push_back({"AUTH"});
    if (!address_.user.empty()) greeting.back().push_back(address_.user);
    greeting.back().push_back(address_.password.reveal());
  }
  if (address_.database != 0) greeting.push_back({"SELECT", std::to_string(address_.database)});
  greeting.push_back({"PING"});  // refused while the server still reads its files (LOADING)
  for (std::size_t i = 0; i < greeting.size(); ++i) {
    const bool last = i + 1 == greeting.size();
    append_request(unsent_, greeting[i]);
    pending_.push_back(
        {[this, last](std::exception_ptr failure, const Reply& reply) { welcome(failure, reply, last); },
         last_heard_ + limits_.timeout});
  }
}

void Link::welcome(std::exception_ptr failure, const Reply& reply, bool last) {
  if (failure) return;
  if (reply.is_error()) return close("refused: " + reply.error());
  if (!last) return;
  ready_ = true;
  greeted_();
}

// -- writing

void Link::write_soon() {
  if (write_posted_ || writing_ || !connected_) return;
  write_posted_ = true;
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    self->write_posted_ = false;
    self->write();
  });
}

void Link::write() {
  if (closed_ || writing_ || unsent_.empty()) return;
  writing_ = true;
  sending_.swap(unsent_);
  asio::async_write(socket_, asio::buffer(sending_),
                    [self = shared_from_this()](boost::system::error_code failure, std::size_t) {
                      self->writing_ = false;
                      self->sending_.clear();
                      if (failure)
                        return self->close("the connection broke while writing: " + failure.message());
                      self->write();
                    });
}

// -- connecting and reading

Task<std::string> Link::serve(std::function<void()> greeted) {
  const auto self = shared_from_this();
  greeted_ = std::move(greeted);
  watch();
  try {
    co_await connect();
    co_await read();
  } catch (const ProtocolError& problem) {
    close(std::string("not the protocol of Redis: ") + problem.what());
  } catch (const boost::system::system_error& problem) {
    close(problem.code().message());
  } catch (const DeadlineExceeded&) {
    close("connecting took too long");
  }
  co_return why_closed_;
}

Task<> Link::connect() {
  const auto deadline = Deadline::in(limits_.timeout);
  asio::ip::tcp::resolver resolver(socket_.get_executor());
  const auto found =
      co_await within(deadline, resolver.async_resolve(address_.host, address_.port, asio::use_awaitable));
  co_await within(deadline, asio::async_connect(socket_, found, asio::use_awaitable));
  socket_.set_option(asio::ip::tcp::no_delay(true));
  connected_ = true;
  write();
}

Task<> Link::read() {
  std::array<char, 16'384> bytes;
  while (!closed_) {
    const auto count = co_await socket_.async_read_some(asio::buffer(bytes), asio::use_awaitable);
    last_heard_ = steady_clock::now();
    reader_.feed({bytes.data(), count});
    while (auto reply = reader_.next()) deliver(*std::move(reply));
  }
}

void Link::deliver(Reply reply) {
  if (closed_) return;
  if (pending_.empty()) {
    if (!push_) throw ProtocolError("an answer nobody asked for");
    return push_(std::move(reply));
  }
  auto answered = std::move(pending_.front().answered);
  pending_.pop_front();
  ++first_serial_;
  if (answered) answered({}, std::move(reply));
}

// -- time

void Link::watch() {
  watch_.expires_after(watch_period(limits_));
  watch_.async_wait([link = weak_from_this()](boost::system::error_code failure) {
    const auto self = link.lock();
    if (failure || !self || self->closed_) return;
    self->look();
    if (!self->closed_) self->watch();
  });
}

void Link::look() {
  const auto now = steady_clock::now();
  if (!pending_.empty()) {
    if (now >= pending_.front().deadline) close(ready_ ? "no answer in time" : "connecting took too long");
    return;
  }
  const bool subscribing = static_cast<bool>(push_);
  const auto silent = now - last_heard_;
  if (subscribing && silent >= limits_.heartbeat + limits_.timeout) return close("silent for too long");
  if (silent < limits_.heartbeat || now - last_pinged_ < limits_.heartbeat) return;
  last_pinged_ = now;
  static_cast<void>(submit(to_request({"PING"}), subscribing ? 0 : 1, limits_.timeout, {}));
}

void Link::close(std::string why) {
  if (closed_) return;
  closed_ = true;
  why_closed_ = std::move(why);
  boost::system::error_code ignored;
  socket_.close(ignored);
  watch_.cancel();
  auto failed = std::exchange(pending_, {});
  first_serial_ += failed.size();
  for (auto& pending : failed) {
    if (pending.answered) pending.answered(unavailable(why_closed_), {});
  }
}

}  // namespace mrbill::redis
