#include "adapters/postgres/postgres_notifications.hpp"

#include <events/inbox.hpp>

#include "adapters/postgres/columns.hpp"

namespace mrbill::auth {
namespace {

constexpr auto consumer = "auth-notifications";

constexpr postgres::Statement insert_mail{"insert_notification_mail", R"(
  INSERT INTO mails (mail_id, kind, recipient, created_at, not_before, notice_title, notice_link, notice_what)
  SELECT $1, $2, u.email, $3, $3, $4, $5, $8 FROM users u JOIN memberships m ON m.user_id = u.user_id
  WHERE u.user_id = $6 AND m.tenant_id = $7 AND u.email_verified_at IS NOT NULL)"};

}  // namespace

Task<> PostgresNotifications::post(Notification notification, Timestamp now) {
  auto transaction = co_await database_.begin(postgres::Scope::nobody());
  const bool first = co_await events::first_time(transaction, consumer, notification.event);
  if (!first) co_return;
  transaction.defer(insert_mail, notification.event, std::string(to_string(notification.kind)), now,
                    notification.title, notification.link, notification.user, notification.tenant,
                    std::string(to_string(notification.what)));
  co_await transaction.commit();
}

}  // namespace mrbill::auth
