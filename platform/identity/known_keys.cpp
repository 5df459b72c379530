#include <algorithm>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/deadline.hpp>
#include <async/spawn.hpp>
#include <async/within.hpp>
#include <identity/known_keys.hpp>
#include <log/log.hpp>

namespace mrbill::identity {
namespace {

constexpr std::chrono::milliseconds fetch_timeout{2'000};
constexpr std::chrono::milliseconds first_retry{100};
constexpr std::chrono::milliseconds max_retry{2'000};

}  // namespace

// A timer that never fires: whoever waits on it goes on when it is cancelled.
struct KnownKeys::Waiters {
  explicit Waiters(asio::io_context& io) : timer(io, asio::steady_timer::time_point::max()) {}
  asio::steady_timer timer;
  bool loading = false;
};

std::shared_ptr<KnownKeys> KnownKeys::make(asio::io_context& io, Fetch fetch, Now now) {
  return std::shared_ptr<KnownKeys>(new KnownKeys(io, std::move(fetch), std::move(now)));
}

KnownKeys::KnownKeys(asio::io_context& io, Fetch fetch, Now now)
    : io_(io), fetch_(std::move(fetch)), now_(std::move(now)), waiters_(std::make_shared<Waiters>(io)) {}

void KnownKeys::start() {
  spawn(io_, "public keys", run());
}

Task<> KnownKeys::run() {
  auto self = shared_from_this();
  auto pause = first_retry;
  while (!stopped_) {
    co_await load();
    if (loaded()) break;
    co_await sleep_for(pause);
    pause = std::min(pause * 2, max_retry);
  }
  while (!stopped_) {
    co_await sleep_for(fresh_for);
    if (!stopped_) co_await load();
  }
}

// The load is a task of its own, so that a caller who is cancelled does not take the others' answer along.
Task<> KnownKeys::look_again() {
  auto self = shared_from_this();
  if (!waiters_->loading) {
    if (last_attempt_ && now_() - *last_attempt_ < look_again_after) co_return;
    waiters_->loading = true;
    spawn(io_, "public keys again", load_for_all_waiting());
  }
  co_await waiters_->timer.async_wait(asio::as_tuple(asio::use_awaitable));
}

Task<> KnownKeys::load_for_all_waiting() {
  auto self = shared_from_this();
  co_await load();
  waiters_->loading = false;
  waiters_->timer.cancel();
}

Task<> KnownKeys::load() {
  last_attempt_ = now_();
  try {
    auto jwks = co_await within(Deadline::in(fetch_timeout), fetch_());
    if (jwks == jwks_) co_return;
    if (auto keys = jwt::KeySet::from_jwks(jwks)) {
      keys_ = *std::move(keys);
      jwks_ = std::move(jwks);
      ++version_;
    } else {
      log::error("auth's key set is not one we may trust; the old one stays");
    }
  } catch (const std::exception& error) {
    log::warn("auth's keys cannot be fetched", {{"error", error.what()}});
  }
}

}  // namespace mrbill::identity
