// Tracks on PostgreSQL, as the application's role.
#pragma once

#include <postgres/database.hpp>

#include "domain/company_bounds.hpp"
#include "ports/tracks.hpp"

namespace mrbill::content {

class PostgresTracks final : public Tracks {
 public:
  explicit PostgresTracks(postgres::Database& database, CompanyBounds bounds = {})
      : database_(database), bounds_(bounds) {}
  Task<std::vector<Track>> list(Caller caller) override;
  Task<bool> exists(Caller caller, TrackId id) override;
  Task<Result<Created, TrackError>> add(Caller caller, Track track,
                                        std::optional<IdempotencyKey> key) override;
  Task<bool> remove(Caller caller, TrackId id) override;

 private:
  postgres::Database& database_;
  CompanyBounds bounds_;
};

}  // namespace mrbill::content
