#include <optional>
#include <unordered_set>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <postgres/notices.hpp>

namespace mrbill::postgres {
namespace {

class Watcher;

}  // namespace

// Watchers put themselves in and take themselves out.
struct PostgresNotices::State {
  std::unordered_set<Watcher*> watchers;
};

namespace {

class Watcher final : public Notices::Watch {
 public:
  Watcher(std::string key, std::shared_ptr<std::unordered_set<Watcher*>> all)
      : key_(std::move(key)), all_(std::move(all)) {
    all_->insert(this);
  }
  ~Watcher() override { all_->erase(this); }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // Empty: notices may have been missed.
  void hear(std::string_view key) {
    if (!key.empty() && key != key_) return;
    changed_ = true;
    if (alarm_) alarm_->cancel();
  }

  Task<bool> changed(std::chrono::milliseconds max_wait) override {
    if (!changed_) {
      alarm_.emplace(co_await asio::this_coro::executor, max_wait);
      co_await alarm_->async_wait(asio::as_tuple(asio::use_awaitable));
      alarm_.reset();
    }
    co_return std::exchange(changed_, false);
  }

 private:
  std::string key_;
  std::shared_ptr<std::unordered_set<Watcher*>> all_;
  std::optional<asio::steady_timer> alarm_;
  bool changed_ = false;
};

}  // namespace

PostgresNotices::PostgresNotices(Database& database, const std::vector<std::string>& channels)
    : state_(std::make_shared<State>()) {
  for (const auto& channel : channels) {
    database.listen(channel, [weak = std::weak_ptr(state_)](std::string_view key) {
      const auto state = weak.lock();
      if (!state) return;
      for (auto* watcher : state->watchers) watcher->hear(key);
    });
  }
}

PostgresNotices::~PostgresNotices() = default;

std::unique_ptr<Notices::Watch> PostgresNotices::watch(std::string key) {
  return std::make_unique<Watcher>(std::move(key),
                                   std::shared_ptr<std::unordered_set<Watcher*>>(state_, &state_->watchers));
}

}  // namespace mrbill::postgres
