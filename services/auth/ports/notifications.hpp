// What other services want people to be told: a port. Each request becomes one mail, however often it comes.
#pragma once

#include <string>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <base/uuid.hpp>

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

class Notifications {
 public:
  virtual ~Notifications() = default;
  // To who is a member of the tenant and has a verified address; others get nothing.
  [[nodiscard]] virtual Task<> post(Notification notification, Timestamp now) = 0;
};

}  // namespace mrbill::auth
