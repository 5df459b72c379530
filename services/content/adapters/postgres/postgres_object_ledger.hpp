// ObjectLedger on PostgreSQL, as either role in the person's scope.
#pragma once

#include <postgres/database.hpp>

#include "ports/object_ledger.hpp"

namespace mrbill::content {

class PostgresObjectLedger final : public ObjectLedger {
 public:
  explicit PostgresObjectLedger(postgres::Database& database) : database_(database) {}
  Task<> note(Caller caller, NotedObject object) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::content
