#include <algorithm>
#include <charconv>

#include <identity/revocations.hpp>
#include <identity/tokens.hpp>

namespace mrbill::identity {
namespace {

// Beside the tokens' life: what clocks may differ, and the leeway of verification.
constexpr std::chrono::seconds kept_beyond_expiry{60};

std::string_view to_word(Revocation::Of of) {
  switch (of) {
    case Revocation::Of::session:
      return "session";
    case Revocation::Of::user:
      return "user";
    case Revocation::Of::membership:
      return "membership";
  }
  return "";
}

std::optional<Revocation::Of> of_word(std::string_view word) {
  using enum Revocation::Of;
  for (auto of : {session, user, membership})
    if (word == to_word(of)) return of;
  return std::nullopt;
}

// Up to the next space; the rest stays in text.
std::string_view next_word(std::string_view& text) {
  auto end = std::min(text.find(' '), text.size());
  auto word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

std::optional<Timestamp> parse_microseconds(std::string_view text) {
  std::int64_t count = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  // Below 2^53, so that Redis keeps it exactly as a score.
  if (error != std::errc{} || end != text.data() + text.size() || count < 0 || count >= 1LL << 53)
    return std::nullopt;
  return Timestamp{std::chrono::microseconds(count)};
}

Timestamp whole_milliseconds(Timestamp at) {
  return std::chrono::ceil<std::chrono::milliseconds>(at);
}

}  // namespace

Revocation Revocation::of_session(http::SessionId session, Timestamp at) {
  return {Of::session, session.uuid, {}, whole_milliseconds(at)};
}

Revocation Revocation::of_user(UserId user, Timestamp at) {
  return {Of::user, user.uuid, {}, whole_milliseconds(at)};
}

Revocation Revocation::of_membership(UserId user, TenantId tenant, Timestamp at) {
  return {Of::membership, user.uuid, tenant.uuid, whole_milliseconds(at)};
}

bool Revocation::past(Timestamp now) const {
  return at + access_token_lifetime + kept_beyond_expiry < now;
}

std::string Revocation::to_line() const {
  auto out = std::string(to_word(of)) + " " + subject.to_string();
  if (of == Of::membership) out += " " + tenant.to_string();
  return out + " " + std::to_string(at.time_since_epoch().count());
}

std::optional<Revocation> Revocation::parse(std::string_view line) {
  auto of = of_word(next_word(line));
  if (!of) return std::nullopt;
  auto subject = Uuid::parse(next_word(line));
  auto tenant = *of == Of::membership ? Uuid::parse(next_word(line)) : Uuid{};
  auto at = parse_microseconds(line);
  if (!subject || !tenant || !at) return std::nullopt;
  return Revocation{*of, *subject, *tenant, *at};
}

std::size_t Revocations::KeyHash::operator()(const Key& key) const noexcept {
  std::hash<Uuid> hash;
  return hash(key.subject) ^ (hash(key.tenant) << 1) ^ static_cast<std::size_t>(key.of);
}

void Revocations::add(const std::vector<Revocation>& revocations) {
  std::scoped_lock lock(mutex_);
  for (auto& revocation : revocations) add_one(revocation);
}

void Revocations::add_one(const Revocation& revocation) {
  auto& until = until_[Key{revocation.of, revocation.subject, revocation.tenant}];
  until = std::max(until, revocation.at);
  if (until_.size() <= most_) return;
  for (auto& [key, at] : until_) all_until_ = std::max(all_until_.value_or(at), at);
  until_.clear();
}

bool Revocations::cover(const http::Principal& principal) const {
  using enum Revocation::Of;
  std::scoped_lock lock(mutex_);
  return (all_until_ && principal.issued_at <= *all_until_) ||
         covers_key({session, principal.session.uuid, {}}, principal.issued_at) ||
         covers_key({user, principal.user.uuid, {}}, principal.issued_at) ||
         covers_key({membership, principal.user.uuid, principal.tenant.uuid}, principal.issued_at);
}

bool Revocations::covers_key(const Key& key, Timestamp issued_at) const {
  auto found = until_.find(key);
  return found != until_.end() && issued_at <= found->second;
}

void Revocations::forget_past(Timestamp now) {
  std::scoped_lock lock(mutex_);
  std::erase_if(until_, [now](auto& entry) { return Revocation{{}, {}, {}, entry.second}.past(now); });
}

std::size_t Revocations::size() const {
  std::scoped_lock lock(mutex_);
  return until_.size();
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
