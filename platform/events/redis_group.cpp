#include <map>
#include <utility>

#include <events/redis_group.hpp>
#include <log/log.hpp>

namespace mrbill::events {
namespace {

using redis::Arguments;
using redis::Reply;

// Drops what every group has acknowledged and what is older than ARGV[1] milliseconds, or of any age where
// memory runs short. One step, so that no group can be made in between.
constexpr const char* trim_source = R"(
local groups = redis.call('EXISTS', KEYS[1]) == 1 and redis.call('XINFO', 'GROUPS', KEYS[1]) or {}
if #groups == 0 then return 0 end
local memory = redis.call('INFO', 'memory')
local used, most = tonumber(string.match(memory, 'used_memory:(%d+)')), tonumber(string.match(memory, 'maxmemory:(%d+)'))
local age = most > 0 and used > most * 0.75 and 0 or ARGV[1]
local time = redis.call('TIME')
local ms, seq = time[1] * 1000 + math.floor(time[2] / 1000) - age, 0
local function lower(id)
  local m, s = string.match(id, '^(%d+)-(%d+)$')
  m, s = tonumber(m), tonumber(s)
  if m < ms or (m == ms and s < seq) then ms, seq = m, s end
end
for _, fields in ipairs(groups) do
  local group = {}
  for i = 1, #fields, 2 do group[fields[i]] = fields[i + 1] end
  if group['pending'] > 0 then
    lower(redis.call('XPENDING', KEYS[1], group['name'])[2])
  else
    lower(group['last-delivered-id'])
  end
end
return redis.call('XTRIM', KEYS[1], 'MINID', string.format('%.0f-%.0f', ms, seq))
)";

// A full server without any group takes none: the older half of the stream makes room, and with it goes the
// life of the bus.
constexpr const char* halve_source = R"(
if redis.call('EXISTS', KEYS[1]) == 0 or #redis.call('XINFO', 'GROUPS', KEYS[1]) > 0 then return 0 end
redis.call('DEL', KEYS[2])
return redis.call('XTRIM', KEYS[1], 'MAXLEN', math.floor(redis.call('XLEN', KEYS[1]) / 2))
)";

// Members of ARGV[1] that have been silent for ARGV[2] milliseconds and hold nothing. One step: a member that
// is deleted while it holds something would take that with it.
constexpr const char* retire_source = R"(
for _, fields in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
  local member = {}
  for i = 1, #fields, 2 do member[fields[i]] = fields[i + 1] end
  if member['pending'] == 0 and member['idle'] >= tonumber(ARGV[2]) then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], member['name'])
  end
end
return 0
)";
constexpr std::int64_t retire_after_ms = 3'600'000;
constexpr const char* waited_for_a_day = "86400000";  // so anybody may claim it

// [id, [field, value, ...]]; a deleted entry has null for its fields.
std::vector<Delivery> to_deliveries(const Reply& entries) {
  std::vector<Delivery> deliveries;
  for (const auto& entry : entries.array()) {
    if (!entry.is_array() || !entry.array()[1].is_array()) continue;
    Delivery delivery{.position = entry.array()[0].text(), .body = {}};
    const auto& fields = entry.array()[1].array();
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
      if (fields[i].text() == "event") delivery.body = fields[i + 1].text();
    }
    deliveries.push_back(std::move(delivery));
  }
  return deliveries;
}

metrics::Gauge& gauge(metrics::Registry& registry, const char* name, const char* help,
                      const std::string& group) {
  return registry.gauge(name, help, {{"group", group}});
}

}  // namespace

RedisGroup::RedisGroup(redis::Client& client, RedisStream stream, const Subscription& subscription,
                       metrics::Registry& registry)
    : client_(client),
      stream_(std::move(stream)),
      key_(stream_.key()),
      group_(subscription.group),
      member_(subscription.member),
      redeliver_after_(subscription.redeliver_after),
      trim_(redis::Script::of(trim_source)),
      halve_(redis::Script::of(halve_source)),
      retire_(redis::Script::of(retire_source)),
      lag_(gauge(registry, "events_lag", "Events not yet delivered to the group", group_)),
      pending_(
          gauge(registry, "events_pending", "Events delivered to the group and not acknowledged", group_)),
      length_(registry.gauge("events_stream_length", "Events in the stream")),
      dead_(registry.gauge("events_dead_letters", "Events in the dead-letter stream")) {}

// XGROUP CREATE is refused by a full server, also where the group exists; and only who reads makes room.
Task<std::string> RedisGroup::open() {
  bool there = co_await exists();
  if (!there) there = co_await create();
  if (!there) {
    co_await make_room();
    there = co_await create();
  }
  if (!there) throw redis::ReplyError("OOM no room for another group");
  co_return co_await life();
}

Task<bool> RedisGroup::exists() {
  redis::Reply groups;
  try {
    groups = co_await client_.command("XINFO", "GROUPS", key_);
  } catch (const redis::ReplyError& error) {
    if (error.code() != "ERR") throw;
    co_return false;  // no such key
  }
  for (const auto& group : groups.array()) {
    if (group.array()[1].text() == group_) co_return true;
  }
  co_return false;
}

// False when the server is full.
Task<bool> RedisGroup::create() {
  try {
    co_await client_.command("XGROUP", "CREATE", key_, group_, "0", "MKSTREAM");
  } catch (const redis::ReplyError& error) {
    if (error.code() == "OOM") co_return false;
    if (error.code() != "BUSYGROUP") throw;
  }
  co_return true;
}

Task<> RedisGroup::make_room() {
  std::vector<std::string> keys;
  keys.push_back(key_);
  keys.push_back(stream_.life_key());
  std::vector<std::string> nothing;
  co_await client_.script(halve_, keys, std::move(nothing));
  keys.pop_back();
  std::vector<std::string> age(1, std::to_string(stream_.keep_at_least.count()));
  co_await client_.script(trim_, keys, std::move(age));
}

Task<std::string> RedisGroup::life() {
  const auto known = co_await client_.command("GET", stream_.life_key());
  if (!known.is_null()) co_return known.text();
  const auto time = co_await client_.command("TIME");
  const auto born = time.array()[0].text() + "." + time.array()[1].text();
  try {
    co_await client_.command("SET", stream_.life_key(), born, "NX");
  } catch (const redis::ReplyError& error) {
    if (error.code() != "OOM") throw;
  }
  const auto named = co_await client_.command("GET", stream_.life_key());
  co_return named.is_null() ? std::string() : named.text();
}

Task<std::vector<Delivery>> RedisGroup::read(std::size_t max, std::chrono::milliseconds wait) {
  Arguments request{"XREADGROUP", "GROUP",
                    group_,       member_,
                    "COUNT",      std::to_string(max),
                    "BLOCK",      std::to_string(wait.count()),
                    "STREAMS",    key_,
                    ">"};
  const auto reply = co_await client_.run_blocking(std::move(request), wait);
  if (reply.is_null()) co_return std::vector<Delivery>();
  co_return to_deliveries(reply.array()[0].array()[1]);
}

Task<std::vector<Delivery>> RedisGroup::claim(std::size_t max) {
  const auto reply = co_await client_.command("XAUTOCLAIM", key_, group_, member_, redeliver_after_.count(),
                                              claim_cursor_, "COUNT", static_cast<std::int64_t>(max));
  claim_cursor_ = reply.array()[0].text();
  auto deliveries = to_deliveries(reply.array()[1]);
  co_await add_counts(deliveries);
  co_return deliveries;
}

// XAUTOCLAIM does not tell how often: XPENDING does, [id, member, idle, deliveries].
Task<> RedisGroup::add_counts(std::vector<Delivery>& deliveries) {
  if (deliveries.empty()) co_return;
  std::vector<Arguments> requests;
  for (const auto& delivery : deliveries) {
    requests.push_back({"XPENDING", key_, group_, delivery.position, delivery.position, "1"});
  }
  const auto replies = co_await client_.transaction(std::move(requests));
  for (std::size_t i = 0; i < deliveries.size(); ++i) {
    if (!replies[i].is_array() || replies[i].array().empty()) continue;
    deliveries[i].deliveries = static_cast<std::size_t>(replies[i].array()[0].array()[3].integer());
  }
}

Task<> RedisGroup::acknowledge(Positions positions) {
  Arguments request{"XACK", key_, group_};
  request.insert(request.end(), positions.begin(), positions.end());
  co_await client_.run(std::move(request));
}

Task<> RedisGroup::give_up(Delivery delivery, std::string reason) {
  std::vector<Arguments> requests;
  requests.push_back({"XADD", stream_.dead_letter_key(), "MAXLEN", "~", std::to_string(stream_.dead_letters),
                      "*", "event", delivery.body, "group", group_, "reason", reason, "deliveries",
                      std::to_string(delivery.deliveries), "position", delivery.position});
  requests.push_back({"XACK", key_, group_, delivery.position});
  std::vector<Reply> replies;
  try {
    replies = co_await client_.transaction(std::move(requests));
  } catch (const redis::ReplyError& error) {
    if (error.code() != "EXECABORT") throw;  // what a full server answers
  }
  if (replies.empty()) co_return co_await lose(std::move(delivery), std::move(reason));
  if (replies[0].is_error()) throw redis::ReplyError(replies[0].error());
}

// A full server has no room for a letter either, and who waits for room with it in hand keeps all behind it
// from making some.
Task<> RedisGroup::lose(Delivery delivery, std::string reason) {
  log::error("there is no room for a dead letter: the event is lost",
             {{"group", group_}, {"position", delivery.position}, {"reason", reason}});
  Positions one;
  one.push_back(std::move(delivery.position));
  co_await acknowledge(std::move(one));
}

// XCLAIM to ourselves, whatever the idle time. JUSTID does not count a delivery.
Arguments RedisGroup::own(Positions positions) const {
  Arguments request{"XCLAIM", key_, group_, member_, "0"};
  request.insert(request.end(), positions.begin(), positions.end());
  return request;
}

Task<> RedisGroup::keep(Positions positions) {
  auto request = own(std::move(positions));
  request.emplace_back("JUSTID");
  co_await client_.run(std::move(request));
}

Task<> RedisGroup::count_attempt(std::string position) {
  Positions one;
  one.push_back(std::move(position));
  co_await client_.run(own(std::move(one)));
}

Task<> RedisGroup::release(Positions positions) {
  auto request = own(std::move(positions));
  for (const auto* option : {"IDLE", waited_for_a_day, "JUSTID"}) request.emplace_back(option);
  co_await client_.run(std::move(request));
}

Task<> RedisGroup::tidy() {
  std::vector<std::string> keys(1, key_);
  std::vector<std::string> age(1, std::to_string(stream_.keep_at_least.count()));
  co_await client_.script(trim_, keys, std::move(age));
  std::vector<std::string> silence;
  silence.push_back(group_);
  silence.push_back(std::to_string(retire_after_ms));
  co_await client_.script(retire_, keys, std::move(silence));
  co_await measure();
}

Task<> RedisGroup::measure() {
  const auto length = co_await client_.command("XLEN", key_);
  length_.set(static_cast<double>(length.integer()));
  const auto dead = co_await client_.command("XLEN", stream_.dead_letter_key());
  dead_.set(static_cast<double>(dead.integer()));
  const auto groups = co_await client_.command("XINFO", "GROUPS", key_);
  for (const auto& group : groups.array()) {
    std::map<std::string, const Reply*> fields;
    const auto& flat = group.array();
    for (std::size_t i = 0; i + 1 < flat.size(); i += 2) fields[flat[i].text()] = &flat[i + 1];
    if (fields.at("name")->text() != group_) continue;
    pending_.set(static_cast<double>(fields.at("pending")->integer()));
    if (const auto* lag = fields.at("lag"); !lag->is_null()) lag_.set(static_cast<double>(lag->integer()));
  }
}

}  // namespace mrbill::events
