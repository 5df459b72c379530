// RequestStore on PostgreSQL, as the application's role: the table content_requests and the platform's jobs.
#pragma once

#include <postgres/database.hpp>

#include "domain/company_bounds.hpp"
#include "ports/request_store.hpp"

namespace mrbill::content {

class PostgresRequestStore final : public RequestStore {
 public:
  explicit PostgresRequestStore(postgres::Database& database, CompanyBounds bounds = {})
      : database_(database), bounds_(bounds) {}
  Task<Result<Created, CreateError>> create(Caller caller, NewRequest request,
                                            std::optional<IdempotencyKey> key) override;
  Task<std::optional<Request>> find(Caller caller, Type type, RequestId id) override;
  Task<RequestPage> list(Caller caller, RequestQuery query) override;
  Task<std::vector<ChangedRequest>> changed(Caller caller, Timestamp since, int most) override;
  Task<Result<Request, ChangeError>> cancel(Caller caller, Type type, RequestId id) override;
  Task<Result<Request, ChangeError>> retry(Caller caller, Type type, RequestId id, Uuid job,
                                           Timestamp now) override;
  Task<Result<Request, ChangeError>> make_again(Caller caller, Type type, RequestId id, Uuid job,
                                                Timestamp now) override;
  Task<bool> remove(Caller caller, Type type, RequestId id) override;

 private:
  [[nodiscard]] Task<bool> request_cancel(Caller caller, Type type, RequestId id);
  postgres::Database& database_;
  CompanyBounds bounds_;
};

}  // namespace mrbill::content
