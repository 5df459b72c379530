// Sharing on PostgreSQL, as the application's role.
#pragma once

#include <postgres/database.hpp>

#include "ports/sharing.hpp"

namespace mrbill::content {

class PostgresSharing final : public Sharing {
 public:
  explicit PostgresSharing(postgres::Database& database) : database_(database) {}
  Task<std::optional<int>> private_pocs(Caller caller, RequestId id) override;
  Task<Result<void, ShareError>> share(Caller caller, RequestId id, NewShare share) override;
  Task<Result<KnownShare, KnownShareError>> known(Caller caller, RequestId id) override;
  Task<bool> unshare(Caller caller, RequestId id) override;
  Task<std::optional<SharedFilm>> find(Sha256 token_hash) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::content
