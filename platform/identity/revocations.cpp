#include <algorithm>

#include <identity/revocations.hpp>
#include <identity/tokens.hpp>

namespace mrbill::identity {
namespace {

// Beside the tokens' life: what clocks may differ, and the leeway of verification.
constexpr std::chrono::seconds kept_beyond_expiry{60};

}  // namespace

Revocation Revocation::of_session(http::SessionId session, std::int64_t below, Timestamp at) {
  return {Of::session, session.uuid, {}, below, at};
}

Revocation Revocation::of_user(UserId user, std::int64_t below, Timestamp at) {
  return {Of::user, user.uuid, {}, below, at};
}

Revocation Revocation::of_membership(UserId user, TenantId tenant, std::int64_t below, Timestamp at) {
  return {Of::membership, user.uuid, tenant.uuid, below, at};
}

bool Revocation::past(Timestamp now) const {
  return at + access_token_lifetime + kept_beyond_expiry < now;
}

std::size_t Revocations::KeyHash::operator()(const Key& key) const noexcept {
  std::hash<Uuid> hash;
  return hash(key.subject) ^ (hash(key.tenant) << 1) ^ static_cast<std::size_t>(key.of);
}

void Revocations::add(const std::vector<Revocation>& revocations) {
  std::scoped_lock lock(mutex_);
  for (auto& revocation : revocations) {
    auto [known, fresh] =
        known_.try_emplace({revocation.of, revocation.subject, revocation.tenant}, revocation);
    if (fresh) continue;
    known->second.below = std::max(known->second.below, revocation.below);
    known->second.at = std::max(known->second.at, revocation.at);
  }
}

bool Revocations::cover(const http::Principal& principal) const {
  using enum Revocation::Of;
  const auto& made_from = principal.versions;
  std::scoped_lock lock(mutex_);
  return covers({session, principal.session.uuid, {}}, made_from.session) ||
         covers({membership, principal.user.uuid, principal.tenant.uuid}, made_from.membership) ||
         covers({user, principal.user.uuid, {}}, made_from.person);
}

bool Revocations::covers(const Key& key, std::int64_t version) const {
  auto found = known_.find(key);
  return found != known_.end() && version < found->second.below;
}

void Revocations::forget_past(Timestamp now) {
  std::scoped_lock lock(mutex_);
  std::erase_if(known_, [now](auto& entry) { return entry.second.past(now); });
}

std::size_t Revocations::size() const {
  std::scoped_lock lock(mutex_);
  return known_.size();
}

void Revocations::complete_until(Moment moment) {
  auto count = moment.time_since_epoch().count();
  auto known = complete_until_.load();
  while (known < count && !complete_until_.compare_exchange_weak(known, count)) {
  }
}

bool Revocations::trustworthy(Moment now) const {
  auto count = complete_until_.load();
  return count != 0 && now - Moment(Moment::duration(count)) < trusted_for;
}

}  // namespace mrbill::identity
