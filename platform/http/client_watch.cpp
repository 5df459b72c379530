#include <chrono>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include <http/client_watch.hpp>

namespace mrbill::http {

namespace {

constexpr std::chrono::milliseconds look_each{50};

}  // namespace

struct ClientWatch::State {
  State(const asio::any_io_executor& executor, std::function<bool()> client_left)
      : timer(executor), left(std::move(client_left)) {}
  asio::steady_timer timer;
  std::function<bool()> left;  // empty once the watch has ended
  std::stop_source stop;
};

ClientWatch::ClientWatch(const asio::any_io_executor& executor, std::function<bool()> client_left)
    : state_(std::make_shared<State>(executor, std::move(client_left))) {
  look_later(state_);
}

ClientWatch::~ClientWatch() {
  if (!state_) return;
  state_->left = nullptr;
  state_->timer.cancel();
}

std::stop_token ClientWatch::token() const {
  return state_->stop.get_token();
}

void ClientWatch::look_later(std::shared_ptr<State> state) {
  if (!state->left) return;
  auto& timer = state->timer;
  timer.expires_after(look_each);
  timer.async_wait([state = std::move(state)](boost::system::error_code /*cancelled*/) mutable {
    if (!state->left) return;
    if (state->left()) {
      state->stop.request_stop();
    } else {
      look_later(std::move(state));
    }
  });
}

Task<ClientWatch> watch_client(std::function<bool()> client_left) {
  const auto executor = co_await asio::this_coro::executor;
  co_return ClientWatch(executor, std::move(client_left));
}

}  // namespace mrbill::http
