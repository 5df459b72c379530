#include <async/spawn.hpp>
#include <redis/blocking_links.hpp>

namespace mrbill::redis {
namespace {

Task<> serve(std::shared_ptr<Link> link) {
  static_cast<void>(co_await link->serve([] {}));  // whoever borrowed it learns why it ended
}

}  // namespace

BlockingLinks::Loan BlockingLinks::take() {
  if (closed_) throw Unavailable("redis: closed");
  const auto gone = [](const std::shared_ptr<Link>& link) { return link->closed(); };
  std::erase_if(all_, gone);
  std::erase_if(free_, gone);
  if (free_.empty()) return {*this, make()};
  auto link = std::move(free_.back());
  free_.pop_back();
  return {*this, std::move(link)};
}

std::shared_ptr<Link> BlockingLinks::make() {
  if (all_.size() >= max_) throw Unavailable("redis: too many blocking commands");
  auto link = std::make_shared<Link>(io_, address_, limits_);
  all_.push_back(link);
  spawn(io_, "redis blocking connection", serve(link));
  return link;
}

void BlockingLinks::close() {
  closed_ = true;
  for (const auto& link : all_) link->close("closed");
}

}  // namespace mrbill::redis
