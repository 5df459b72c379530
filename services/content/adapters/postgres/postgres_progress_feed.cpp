#include "adapters/postgres/postgres_progress_feed.hpp"

#include <optional>
#include <unordered_set>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace mrbill::content {
namespace {

class Watcher;

}  // namespace

// Everything on one thread. Watchers put themselves in and take themselves out.
struct PostgresProgressFeed::State {
  std::unordered_set<Watcher*> watchers;
};

namespace {

class Watcher final : public ProgressFeed::Watch {
 public:
  Watcher(std::string id, std::shared_ptr<std::unordered_set<Watcher*>> all)
      : id_(std::move(id)), all_(std::move(all)) {
    all_->insert(this);
  }
  ~Watcher() override { all_->erase(this); }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // Empty: notices may have been missed.
  void hear(std::string_view id) {
    if (!id.empty() && id != id_) return;
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
  std::string id_;  // of a request or a person
  std::shared_ptr<std::unordered_set<Watcher*>> all_;
  std::optional<asio::steady_timer> alarm_;
  bool changed_ = false;
};

}  // namespace

PostgresProgressFeed::PostgresProgressFeed(postgres::Database& database) : state_(std::make_shared<State>()) {
  for (const auto* channel : {"content", "content_people"}) {
    database.listen(channel, [weak = std::weak_ptr(state_)](std::string_view id) {
      const auto state = weak.lock();
      if (!state) return;
      for (auto* watcher : state->watchers) watcher->hear(id);
    });
  }
}

PostgresProgressFeed::~PostgresProgressFeed() = default;

std::unique_ptr<ProgressFeed::Watch> PostgresProgressFeed::watch(RequestId id) {
  return watch_for(id.to_string());
}

std::unique_ptr<ProgressFeed::Watch> PostgresProgressFeed::watch(UserId person) {
  return watch_for(person.to_string());
}

std::unique_ptr<ProgressFeed::Watch> PostgresProgressFeed::watch_for(std::string id) {
  return std::make_unique<Watcher>(std::move(id),
                                   std::shared_ptr<std::unordered_set<Watcher*>>(state_, &state_->watchers));
}

}  // namespace mrbill::content
