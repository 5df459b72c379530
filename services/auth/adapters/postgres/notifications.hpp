#pragma once

#include <postgres/database.hpp>

#include "ports/notifications.hpp"

namespace mrbill::auth {

class PostgresNotifications final : public Notifications {
 public:
  explicit PostgresNotifications(postgres::Database& worker_database) : database_(worker_database) {}
  Task<> post(Notification notification, Timestamp now) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
