#include <array>
#include <cerrno>
#include <stdexcept>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <child/child.hpp>

namespace mrbill {
namespace {

constexpr std::size_t max_line = 1 << 20;

}  // namespace

struct Child::State : std::enable_shared_from_this<Child::State> {
  State(const asio::any_io_executor& executor, const process::Program& program)
      : process(program),
        output(executor, process.output().release()),
        ending(executor, process.ending().release()),
        alarm(executor) {}

  // Readiness loses nothing when it is cancelled; a read might.
  Task<> ready(asio::posix::stream_descriptor& descriptor, std::chrono::milliseconds max_wait) {
    alarm.expires_after(max_wait);
    alarm.async_wait([self = shared_from_this(), &descriptor](boost::system::error_code cancelled) {
      boost::system::error_code ignored;
      if (!cancelled) descriptor.cancel(ignored);
    });
    co_await descriptor.async_wait(asio::posix::stream_descriptor::wait_read,
                                   asio::as_tuple(asio::use_awaitable));
    alarm.cancel();
  }

  std::optional<std::string> take_line() {
    const auto end = text.find('\n');
    if (end == std::string::npos) {
      if (text.size() > max_line) throw std::runtime_error("a program's line is too long");
      return std::nullopt;
    }
    auto line = text.substr(0, end);
    text.erase(0, end + 1);
    return line;
  }

  void read_what_is_there() {
    std::array<char, 16 * 1024> buffer;
    const auto count = ::read(output.native_handle(), buffer.data(), buffer.size());
    if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) over = true;
  }

  process::Process process;
  asio::posix::stream_descriptor output;
  asio::posix::stream_descriptor ending;
  asio::steady_timer alarm;
  std::string text;
  bool over = false;
};

Child::Child(const asio::any_io_executor& executor, const process::Program& program)
    : state_(std::make_shared<State>(executor, program)) {}

Child::~Child() {
  state_->alarm.cancel();
  state_->process.kill();
  state_->process.wait();
}

Task<std::optional<std::string>> Child::line(std::chrono::milliseconds max_wait) {
  const auto state = state_;
  if (auto line = state->take_line()) co_return line;
  if (state->over) co_return std::nullopt;
  co_await state->ready(state->output, max_wait);
  state->read_what_is_there();
  co_return state->take_line();
}

bool Child::ended() const {
  return state_->over && state_->text.find('\n') == std::string::npos;
}

Task<int> Child::wait(std::chrono::milliseconds max_wait) {
  const auto state = state_;
  if (!state->process.ended()) {
    co_await state->ready(state->ending, max_wait);
    if (!state->process.ended()) state->process.kill();
  }
  co_return state->process.wait();
}

void Child::kill() {
  state_->process.kill();
}

int Child::id() const {
  return state_->process.id();
}

}  // namespace mrbill
