#include <algorithm>
#include <optional>

#include <base/check.hpp>
#include <base/encoding.hpp>
#include <base/number.hpp>
#include <http/percent.hpp>
#include <http/query.hpp>
#include <objects/link_signer.hpp>

namespace mrbill::objects {
namespace {

std::int64_t to_seconds(Timestamp time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

// Never sooner than asked for.
std::int64_t end_of(Timestamp now, std::chrono::seconds valid_for) {
  const auto end = to_seconds(now + valid_for);
  if (valid_for < links_stay_equal) return end;
  return (end / links_stay_equal.count() + 1) * links_stay_equal.count();
}

std::optional<std::string> once(const http::QueryParameters& parameters, std::string_view name) {
  auto named = [name](auto& parameter) { return parameter.first == name; };
  if (std::ranges::count_if(parameters, named) != 1) return std::nullopt;
  return std::ranges::find_if(parameters, named)->second;
}

}  // namespace

LinkSigner::LinkSigner(const Secret& hex_secret, std::string public_url, const Clock& clock)
    : key_(from_hex(hex_secret.reveal()).value_or("")), public_url_(std::move(public_url)), clock_(clock) {
  CHECK(key_.reveal().size() == 32, "the configuration refuses a secret that is not 32 bytes in hexadecimal");
}

std::string LinkSigner::sign(std::string_view key, std::string_view download_name,
                             std::chrono::seconds valid_for) const {
  auto expires = std::to_string(end_of(clock_.now(), valid_for));
  return public_url_ + "/objects/" + std::string(key) + "?expires=" + expires +
         "&name=" + http::percent_encoded(download_name) +
         "&signature=" + signature(key, expires, download_name);
}

Result<HeldLink, LinkError> LinkSigner::check(std::string_view key, std::string_view query) const {
  auto parameters = http::parse_query(query);
  if (!parameters || parameters->size() != 3) return fail(LinkError::invalid);
  auto expires = once(*parameters, "expires");
  auto name = once(*parameters, "name");
  auto given = once(*parameters, "signature");
  if (!expires || !name || !given) return fail(LinkError::invalid);
  if (!equal_in_constant_time(*given, signature(key, *expires, *name))) return fail(LinkError::invalid);
  const auto end = number_in<std::int64_t>(*expires);
  const auto now = to_seconds(clock_.now());
  if (!end || now >= *end) return fail(LinkError::expired);
  return HeldLink{*std::move(name), std::chrono::seconds(*end - now)};
}

// Line feeds part the fields: neither a key nor a number holds one, so no two links sign the same text.
std::string LinkSigner::signature(std::string_view key, std::string_view expires,
                                  std::string_view name) const {
  std::string text("GET\n");
  text.append(key).append("\n").append(expires).append("\n").append(name);
  return to_base64url(hmac_sha256(as_bytes(key_.reveal()), text));
}

}  // namespace mrbill::objects
