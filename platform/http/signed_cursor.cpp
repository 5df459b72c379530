#include <http/signed_cursor.hpp>

namespace mrbill::http {

namespace {

constexpr std::size_t signature_bytes = 16;

}  // namespace

// The payload's length first, so that nothing can be moved between it and the binding.
std::string SignedCursor::signature(std::string_view payload, std::string_view binding) const {
  std::string text = std::to_string(payload.size());
  text += ':';
  text += payload;
  text += binding;
  const auto whole = hmac_sha256(secret_, text);
  return {whole.begin(), whole.begin() + signature_bytes};
}

std::string SignedCursor::seal(std::string_view payload, std::string_view binding) const {
  return to_base64url(as_bytes(payload)) + '.' + to_base64url(as_bytes(signature(payload, binding)));
}

std::optional<std::string> SignedCursor::open(std::string_view text, std::string_view binding) const {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  auto payload = from_base64url(text.substr(0, dot));
  const auto signed_by = from_base64url(text.substr(dot + 1));
  const bool is_ours =
      payload && signed_by && equal_in_constant_time(*signed_by, signature(*payload, binding));
  return is_ours ? std::optional(*std::move(payload)) : std::nullopt;
}

}  // namespace mrbill::http
