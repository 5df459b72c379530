// RevocationFeed over Redis: the channel and the set.
#include <identity/revocation_feed.hpp>
#include <redis/client.hpp>

namespace mrbill::identity {
namespace {

Task<std::vector<std::string>> read_members(redis::Client& redis, std::string name) {
  auto reply = co_await redis.command("ZRANGE", name, "0", "-1");
  std::vector<std::string> out;
  for (auto& member : reply.array()) out.push_back(member.text());
  co_return out;
}

}  // namespace

std::shared_ptr<RevocationFeed> follow_revocations(asio::io_context& io, redis::Client& redis,
                                                   Revocations& revocations,
                                                   std::function<Task<std::vector<Revocation>>()> ask_auth,
                                                   const Clock& clock, metrics::Registry& registry,
                                                   std::string name) {
  RevocationFeed::Sources sources{.read_set = [&redis, name] { return read_members(redis, name); },
                                  .ask_auth = std::move(ask_auth)};
  auto feed = std::make_shared<RevocationFeed>(io, revocations, std::move(sources), clock, registry);
  std::weak_ptr<RevocationFeed> weak = feed;
  redis.subscribe(
      name,
      [weak](std::string_view line) {
        if (auto alive = weak.lock()) alive->received(line);
      },
      [weak] {
        if (auto alive = weak.lock()) alive->connected();
      });
  feed->start();
  return feed;
}

}  // namespace mrbill::identity
