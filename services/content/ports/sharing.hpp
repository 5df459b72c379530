// Links that show a finished film to whoever has them: a port.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/encoding.hpp>
#include <base/result.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

struct NewShare {
  Uuid id;  // that its token is derived from
  Sha256 token_hash;
  Timestamp created_at;
};
struct KnownShare {
  Uuid id;
  Timestamp created_at;
};

enum class ShareError : std::uint8_t { not_found, not_completed };
enum class KnownShareError : std::uint8_t { not_found, not_shared };

struct SharedFilm {
  UserId owner;
  Request request;  // completed, with its render
  std::string person_name = {};
};

class Sharing {
 public:
  virtual ~Sharing() = default;
  // How many private POCs the caller's finished film names; nothing where there is no such film, or it is
  // not finished.
  [[nodiscard]] virtual Task<std::optional<int>> private_pocs(Caller caller, RequestId id) = 0;
  // Replaces an earlier link.
  [[nodiscard]] virtual Task<Result<void, ShareError>> share(Caller caller, RequestId id, NewShare share) = 0;
  // The link there is. not_found: no such film of the caller; not_shared: there is none.
  [[nodiscard]] virtual Task<Result<KnownShare, KnownShareError>> known(Caller caller, RequestId id) = 0;
  // False: there is no such film of the caller. Not shared is fine.
  [[nodiscard]] virtual Task<bool> unshare(Caller caller, RequestId id) = 0;
  [[nodiscard]] virtual Task<std::optional<SharedFilm>> find(Sha256 token_hash) = 0;
};

}  // namespace mrbill::content
