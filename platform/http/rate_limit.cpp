#include <algorithm>
#include <cmath>

#include <http/problem.hpp>
#include <http/rate_limit.hpp>

namespace mrbill::http {

namespace {

std::chrono::seconds seconds_until(double tokens, double per_second) {
  return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(std::max(tokens, 0.0) / per_second)));
}

bool is_person(const Request& request) {
  return request.principal && request.principal->service.empty();
}

std::string key_of(const Request& request) {
  if (is_person(request)) return request.principal->user.to_string();
  if (request.principal) return request.principal->service;
  return request.client_address;
}

void tell(Headers& headers, const RateVerdict& verdict) {
  headers.set("RateLimit-Limit", std::to_string(verdict.limit));
  headers.set("RateLimit-Remaining", std::to_string(verdict.remaining));
  headers.set("RateLimit-Reset", std::to_string(verdict.reset.count()));
}

Response too_many_requests(const RateVerdict& verdict) {
  return Problem<ErrorCode::rate_limited>("Too many requests. Please wait a moment.")
      .after(verdict.retry_after)
      .response();
}

}  // namespace

TokenBuckets::Bucket& TokenBuckets::bucket(std::string_view key, Moment now) {
  if (const auto known = by_key_.find(key); known != by_key_.end()) {
    order_.splice(order_.begin(), order_, known->second);
    auto& mine = order_.front();
    const auto passed = std::chrono::duration<double>(std::max(now, mine.filled) - mine.filled).count();
    mine.tokens = std::min(capacity_, mine.tokens + passed * per_second_);
    mine.filled = std::max(now, mine.filled);
    return mine;
  }
  if (order_.size() == max_keys_) {
    by_key_.erase(order_.back().key);
    order_.pop_back();
  }
  order_.push_front({std::string(key), capacity_, now});
  by_key_.emplace(order_.front().key, order_.begin());
  return order_.front();
}

RateVerdict TokenBuckets::take(std::string_view key, Moment now) {
  auto& mine = bucket(key, now);
  RateVerdict verdict;
  verdict.limit = static_cast<std::uint64_t>(capacity_);
  verdict.admitted = mine.tokens >= 1;
  if (verdict.admitted) mine.tokens -= 1;
  verdict.remaining = static_cast<std::uint64_t>(std::max(mine.tokens, 0.0));
  verdict.reset = seconds_until(capacity_ - mine.tokens, per_second_);
  if (!verdict.admitted)
    verdict.retry_after = std::max(seconds_until(1 - mine.tokens, per_second_), std::chrono::seconds(1));
  return verdict;
}

void TokenBuckets::charge(std::string_view key, double tokens, Moment now) {
  bucket(key, now).tokens -= tokens;
}

RateLimits::RateLimits(const std::vector<RateLimitClass>& classes, double share, std::size_t max_keys) {
  for (const auto& each : classes) {
    const auto one = std::max(1.0, each.requests * share);
    auto& buckets = buckets_.emplace_back(
        Buckets{{one, each.per, max_keys}, {std::max(one, one * each.company), each.per, max_keys}});
    for (const auto& operation : each.operations) by_operation_.emplace_back(operation, &buckets);
    if (each.operations.empty()) others_ = &buckets;
  }
}

RateLimits::Buckets* RateLimits::buckets_of(std::string_view operation) {
  for (auto& [name, buckets] : by_operation_) {
    if (name == operation) return buckets;
  }
  return others_;
}

const RateVerdict* RateLimits::take(std::string_view operation, std::string_view key,
                                    TokenBuckets::Moment now) {
  auto* buckets = buckets_of(operation);
  if (buckets == nullptr) return nullptr;
  verdict_ = buckets->of_one.take(key, now);
  return &verdict_;
}

const RateVerdict* RateLimits::take_of_company(std::string_view operation, std::string_view company,
                                               TokenBuckets::Moment now) {
  auto* buckets = buckets_of(operation);
  if (buckets == nullptr) return nullptr;
  verdict_ = buckets->of_company.take(company, now);
  return &verdict_;
}

void RateLimits::charge(std::string_view operation, std::string_view key, std::string_view company,
                        double requests, TokenBuckets::Moment now) {
  auto* buckets = buckets_of(operation);
  if (buckets == nullptr) return;
  buckets->of_one.charge(key, requests, now);
  buckets->of_company.charge(company, requests, now);
}

void charge_more(RateLimits& limits, const Request& request, std::string_view operation, double requests) {
  if (!is_person(request) || requests <= 0) return;
  limits.charge(operation, key_of(request), request.principal->tenant.to_string(), requests,
                std::chrono::steady_clock::now());
}

Gate rate_limit_gate(std::shared_ptr<RateLimits> limits) {
  return [limits = std::move(limits)](Request& request, const Route& route) -> std::optional<Response> {
    const auto now = std::chrono::steady_clock::now();
    const auto* verdict = limits->take(route.operation, key_of(request), now);
    if (verdict == nullptr) return std::nullopt;
    tell(request.answer_headers, *verdict);
    if (!verdict->admitted) return too_many_requests(*verdict);
    if (!is_person(request)) return std::nullopt;
    verdict = limits->take_of_company(route.operation, request.principal->tenant.to_string(), now);
    if (verdict->admitted) return std::nullopt;
    tell(request.answer_headers, *verdict);
    return too_many_requests(*verdict);
  };
}

}  // namespace mrbill::http
