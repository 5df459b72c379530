#include "domain/device_token.hpp"

#include <algorithm>
#include <array>

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

// user 16, device 16, seconds since 1970 8 (big-endian), MAC 32.
constexpr std::size_t said_bytes = 16 + 16 + 8;
constexpr std::size_t token_bytes = said_bytes + std::tuple_size_v<Sha256>;

}  // namespace

std::string DeviceTokens::issue(const Device& device, Timestamp now) const {
  std::string said(device.user.uuid.bytes.begin(), device.user.uuid.bytes.end());
  said.append(device.id.bytes.begin(), device.id.bytes.end());
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  for (int shift = 56; shift >= 0; shift -= 8) said.push_back(static_cast<char>(seconds >> shift));
  const auto mac = key_.mac(said);
  said.append(mac.begin(), mac.end());
  return to_base64url(as_bytes(said));
}

std::optional<Device> DeviceTokens::read(std::string_view token, Timestamp now) const {
  const auto bytes = from_base64url(token);
  if (!bytes || bytes->size() != token_bytes) return std::nullopt;
  const auto said = std::string_view(*bytes).substr(0, said_bytes);
  const auto mac = key_.mac(said);
  if (!equal_in_constant_time({reinterpret_cast<const char*>(mac.data()), mac.size()},
                              std::string_view(*bytes).substr(said_bytes)))
    return std::nullopt;
  Device device;
  std::ranges::copy(said.substr(0, 16), device.user.uuid.bytes.begin());
  std::ranges::copy(said.substr(16, 16), device.id.bytes.begin());
  std::int64_t seconds = 0;
  for (const char byte : said.substr(32)) seconds = seconds << 8 | static_cast<unsigned char>(byte);
  const Timestamp issued{std::chrono::seconds(seconds)};
  if (issued > now + 1h || now >= issued + device_life) return std::nullopt;
  return device;
}

}  // namespace mrbill::auth
