#include "domain/refresh_token.hpp"

namespace mrbill::auth {
namespace {

constexpr std::string_view prefix = "mrb_rt_";
constexpr std::size_t payload_bytes = 16 + 4 + 32;

std::string head_of(SessionId session, std::int32_t generation) {
  std::string head(reinterpret_cast<const char*>(session.uuid.bytes.data()), session.uuid.bytes.size());
  for (int shift = 24; shift >= 0; shift -= 8) head += static_cast<char>((generation >> shift) & 0xff);
  return head;
}

}  // namespace

Secret RefreshTokens::derive(SessionId session, std::int32_t generation) const {
  auto payload = head_of(session, generation);
  const auto mac = key_.derive("family:" + session.to_string()).mac(payload);
  payload.append(mac.begin(), mac.end());
  return Secret{std::string(prefix) + to_base64url(as_bytes(payload))};
}

std::optional<Sha256> refresh_hash(std::string_view token) {
  if (!token.starts_with(prefix)) return std::nullopt;
  const auto payload = from_base64url(token.substr(prefix.size()));
  if (!payload || payload->size() != payload_bytes) return std::nullopt;
  return sha256(token);
}

RefreshStep refresh_step(std::optional<Timestamp> used_at, Timestamp now) {
  if (!used_at) return RefreshStep::rotate;
  return now - *used_at <= refresh_grace ? RefreshStep::repeat : RefreshStep::kill_family;
}

}  // namespace mrbill::auth
