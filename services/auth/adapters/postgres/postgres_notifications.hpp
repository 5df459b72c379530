// What other services want people to be told. Each request becomes one mail, however often it comes.
#pragma once

#include <string>

#include <base/clock.hpp>
#include <postgres/database.hpp>

#include "domain/mail_text.hpp"

namespace mrbill::auth {

struct Notification {
  Uuid event;  // what it is known by
  TenantId tenant;
  UserId user;
  MailKind kind = MailKind::content_ready;
  ReadyWhat what = ReadyWhat::other;
  std::string title = {};
  std::string link = {};
};

class PostgresNotifications {
 public:
  explicit PostgresNotifications(postgres::Database& worker_database) : database_(worker_database) {}
  // To who is a member of the tenant and has a verified address; others get nothing.
  [[nodiscard]] Task<> post(Notification notification, Timestamp now);

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
