// A Lua script that Redis runs as one step, addressed by its digest.
//
//   const auto take = redis::Script::of("return redis.call('DECRBY', KEYS[1], ARGV[1])");
//   auto left = co_await client.script(take, {"tokens"}, {"3"});
#pragma once

#include <string>

namespace mrbill::redis {

struct Script {
  std::string source;
  std::string sha1;  // what EVALSHA goes by; no security rests on it
  [[nodiscard]] static Script of(std::string source);
};

}  // namespace mrbill::redis
