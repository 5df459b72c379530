#include <http/ascii.hpp>
#include <http/idempotency.hpp>

namespace mrbill::http {

namespace {

constexpr std::size_t max_key = 255;

}  // namespace

Result<std::optional<std::string>, FieldError> idempotency_key(const Headers& headers) {
  const auto sent = headers.find("Idempotency-Key");
  if (!sent) return std::optional<std::string>{};
  if (headers.count("Idempotency-Key") > 1) {
    return fail(FieldError{"header:Idempotency-Key", "duplicate", "Send one Idempotency-Key."});
  }
  if (sent->empty() || sent->size() > max_key || !ascii::all_visible(*sent)) {
    return fail(
        FieldError{"header:Idempotency-Key", "format", "1 to 255 visible ASCII letters are expected."});
  }
  return std::optional<std::string>(*sent);
}

std::optional<IdempotencyKey> key_of(const Request& request, std::string_view operation,
                                     const std::optional<std::string>& key,
                                     const std::function<Sha256(std::string_view)>& digest) {
  if (!key) return std::nullopt;
  std::string whole(request.headers.get_or("Content-Type", ""));
  whole += '\n';
  whole += request.query;
  whole += '\n';
  whole += request.body;
  return IdempotencyKey{std::string(operation), *key, digest(whole)};
}

}  // namespace mrbill::http
