// Rate limits: token buckets in memory, one per class and key, without a round trip.
//
//   RateLimits limits({{.name = "sign_in", .requests = 30, .per = 1min, .operations = {operation::log_in}},
//                      {.name = "default", .requests = 600, .per = 1min}}, 1.0 / threads);
//   shard.gate_with(rate_limit_gate(limits));
//
// The gate sets RateLimit-Limit, -Remaining and -Reset on every answer and refuses with 429 and
// Retry-After. A key is the signed-in person, else the client's address. What the people of one company ask
// for together is limited too, by a multiple of a person's. Buckets of one class are bounded; the longest
// unused one goes first, and being unused that long it was full anyway or the table is too small for an
// attack that has many addresses.
#pragma once

#include <chrono>
#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <http/server.hpp>

namespace mrbill::http {

struct RateLimitClass {
  std::string name;
  double requests = 600;  // in the window, and at once
  std::chrono::milliseconds per{60'000};
  std::vector<std::string_view> operations = {};  // empty: every operation that no other class names
  double company = 10;                            // times a person's requests: those of a whole company
};

struct RateVerdict {
  bool admitted = true;
  std::uint64_t limit = 0;
  std::uint64_t remaining = 0;
  std::chrono::seconds reset{0};        // until the bucket is full again
  std::chrono::seconds retry_after{0};  // until there is one token
};

class TokenBuckets {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  TokenBuckets(double capacity, std::chrono::milliseconds refill, std::size_t max_keys)
      : capacity_(capacity),
        per_second_(capacity * 1000 / static_cast<double>(refill.count())),
        max_keys_(max_keys) {}

  [[nodiscard]] RateVerdict take(std::string_view key, Moment now);
  // Takes more than one token, or leaves a debt: nobody is admitted until it is paid.
  void charge(std::string_view key, double tokens, Moment now);
  [[nodiscard]] std::size_t size() const { return order_.size(); }

 private:
  struct Bucket {
    std::string key;
    double tokens;
    Moment filled;
  };
  Bucket& bucket(std::string_view key, Moment now);  // filled up to now

  double capacity_;
  double per_second_;
  std::size_t max_keys_;
  std::list<Bucket> order_;  // the most recently used first
  std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_key_;
};

class RateLimits {
 public:
  // Of one thread; `share` is its part of the whole limit. The class without operations is the last resort;
  // without such a class other operations are not limited.
  RateLimits(const std::vector<RateLimitClass>& classes, double share, std::size_t max_keys = 50'000);

  // Nothing when the operation has no limit.
  [[nodiscard]] const RateVerdict* take(std::string_view operation, std::string_view key,
                                        TokenBuckets::Moment now);
  // The same for a company.
  [[nodiscard]] const RateVerdict* take_of_company(std::string_view operation, std::string_view company,
                                                   TokenBuckets::Moment now);
  // Of both, for one request that was admitted and does the work of more.
  void charge(std::string_view operation, std::string_view key, std::string_view company, double requests,
              TokenBuckets::Moment now);

 private:
  struct Buckets {
    TokenBuckets of_one;
    TokenBuckets of_company;
  };
  Buckets* buckets_of(std::string_view operation);

  std::list<Buckets> buckets_;
  std::vector<std::pair<std::string_view, Buckets*>> by_operation_;
  Buckets* others_ = nullptr;
  RateVerdict verdict_;
};

[[nodiscard]] Gate rate_limit_gate(std::shared_ptr<RateLimits> limits);
// What a person's request costs beyond the one that the gate has taken.
void charge_more(RateLimits& limits, const Request& request, std::string_view operation, double requests);

}  // namespace mrbill::http
