#include "adapters/keys/key_ring.hpp"

#include <async/deadline.hpp>
#include <base/check.hpp>
#include <base/unreachable.hpp>
#include <identity/tokens.hpp>
#include <log/log.hpp>

namespace mrbill::auth {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr std::int64_t making_keys = 0x6d72625f6b657973;  // the advisory lock of who makes a key

constexpr Statement select_keys{
    "signing_keys",
    "SELECT kid, wrapped_key, created_at, activates_at FROM signing_keys ORDER BY activates_at, kid"};
constexpr Statement take_turn{"take_turn_of_keys", "SELECT pg_advisory_xact_lock($1)"};
constexpr Statement insert_key{"insert_signing_key",
                               "INSERT INTO signing_keys (kid, wrapped_key, public_jwk, created_at, "
                               "activates_at) VALUES ($1, $2, $3, $4, $5)"};

static_assert(access_token_life == identity::access_token_lifetime,
              "verifiers admit no longer life, and revocations are remembered for it");

http::Role token_role(Role role) {
  switch (role) {
    case Role::user:
      return http::Role::user;
    case Role::admin:
      return http::Role::admin;
    case Role::owner:
      return http::Role::owner;
  }
  unreachable();
}

KeyTimes times_in(const postgres::Row& row) {
  return {row.get<Timestamp>("created_at"), row.get<Timestamp>("activates_at")};
}

std::vector<KeyTimes> all_times(const postgres::Rows& rows) {
  std::vector<KeyTimes> out;
  for (const auto row : rows) out.push_back(times_in(row));
  return out;
}

}  // namespace

Secret KeyRing::sign(const LiveSession& session, Timestamp issued_at) const {
  const auto* key = current(clock_.now());
  CHECK(key != nullptr, "the service is not ready, and admits nobody, before it has a key");
  http::Principal person;
  person.user = session.user;
  person.tenant = session.tenant.value_or(TenantId{});
  person.role = token_role(session.role);
  person.session = http::SessionId{session.sid};
  person.issued_at = issued_at;
  person.expires_at = issued_at + access_token_life;
  person.versions = {session.versions.session, session.versions.membership, session.versions.person};
  person.locale = session.locale;
  return Secret{identity::access_token(key->key, person)};
}

std::string KeyRing::jwks() const {
  const auto all = times();
  const auto now = clock_.now();
  std::string out = R"({"keys":[)";
  const char* separator = "";
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (key_state(all, i, now) == KeyState::gone) continue;
    out += separator + keys_[i].key.public_jwk();
    separator = ",";
  }
  return out + "]}";
}

bool KeyRing::ready() const {
  return current(clock_.now()) != nullptr;
}

const KeyRing::Key* KeyRing::current(Timestamp now) const {
  const auto all = times();
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (key_state(all, i, now) == KeyState::current) return &keys_[i];
  }
  return nullptr;
}

std::vector<KeyTimes> KeyRing::times() const {
  std::vector<KeyTimes> out;
  for (const auto& key : keys_) out.push_back(key.times);
  return out;
}

Task<> KeyRing::look() {
  co_await load();
  const auto due = next_activation(times(), clock_.now());
  if (!due) co_return;
  co_await make(*due);
  co_await load();
}

Task<> KeyRing::load() {
  const auto rows = co_await database_.query(Scope::nobody(), select_keys);
  std::vector<Key> keys;
  for (const auto row : rows) {
    const auto pem =
        unwrap_key(row.get<postgres::Bytes>("wrapped_key").data, row.get<std::string>("kid"), kek_);
    auto key = pem ? jwt::SigningKey::from_pem(*pem) : std::nullopt;
    if (!key) {
      log::error("a signing key cannot be unwrapped", {{"kid", row.get<std::string>("kid")}});
      continue;
    }
    keys.push_back({*std::move(key), times_in(row)});
  }
  keys_ = std::move(keys);
}

Task<> KeyRing::make(Timestamp activates_at) {
  auto transaction = co_await database_.begin(Scope::nobody());
  transaction.defer(take_turn, making_keys);
  const auto rows = co_await transaction.query(select_keys);
  if (!next_activation(all_times(rows), clock_.now())) co_return;  // another was faster
  const auto key = jwt::SigningKey::generate();
  const auto box = wrap_key(key.to_pem().reveal(), key.kid(), kek_);
  transaction.defer(insert_key, key.kid(), postgres::Bytes{box}, key.public_jwk(), clock_.now(),
                    activates_at);
  co_await transaction.commit();
  log::info("made a signing key", {{"kid", key.kid()}});
}

Task<> KeyRing::run() {
  constexpr std::chrono::milliseconds soon{500};
  while (!stopped_) {
    try {
      co_await look();
    } catch (const std::exception& error) {
      log::warn("cannot read the signing keys", {{"error", error.what()}});
    }
    const auto pause = ready() ? std::chrono::milliseconds(looks_every) : soon;
    co_await sleep_for(pause);
  }
}

}  // namespace mrbill::auth
