#include <http/idempotency.hpp>

namespace mrbill::http {

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
