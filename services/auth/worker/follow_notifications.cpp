#include "worker/follow_notifications.hpp"

#include <contract/events.hpp>
#include <json/parse.hpp>
#include <log/log.hpp>

namespace mrbill::auth {
namespace {

std::string text_of(json::Object parameters, std::string_view name) {
  const auto* value = json::find(parameters, name);
  const auto* text = value != nullptr ? value->string() : nullptr;
  return std::string(text != nullptr ? *text : std::string_view());
}

events::Verdict poison(const events::Event& event) {
  log::warn("a notification is not what its contract says", {{"eventId", event.id.to_string()}});
  return events::Verdict::poison("it is not what its contract says");
}

}  // namespace

FollowNotifications::FollowNotifications(events::EventSource& source, PostgresNotifications& notifications,
                                         std::string member, std::string public_url, const Clock& clock)
    : source_(source),
      notifications_(notifications),
      member_(std::move(member)),
      public_url_(std::move(public_url)),
      clock_(clock) {}

Task<> FollowNotifications::run() {
  events::Subscription subscription{
      .group = "auth-notifications", .member = member_, .types = {"notification.requested"}};
  events::Consume consume = [this](events::Event event) { return take(std::move(event)); };
  co_await source_.consume(std::move(subscription), std::move(consume));
}

Task<events::Verdict> FollowNotifications::take(events::Event event) {
  const auto data = contract::events::parse_notification_requested(event.data);
  if (!data) co_return poison(event);
  const auto kind = parse_mail_kind(data->message);
  json::Errors errors;
  json::Memory memory;
  const auto parameters = json::parse(data->parameters, memory, errors);
  if (kind != MailKind::content_ready || !parameters || parameters->object() == nullptr)
    co_return poison(event);  // the kinds of mail that carry secrets are nobody else's to ask for
  Notification notification{.event = event.id,
                            .tenant = event.tenant,
                            .user = UserId{data->user_id},
                            .kind = *kind,
                            .what = ready_what(text_of(*parameters->object(), "what")),
                            .title = text_of(*parameters->object(), "title"),
                            .link = text_of(*parameters->object(), "link")};
  if (!notification.link.starts_with(public_url_ + "/")) notification.link.clear();
  co_await notifications_.post(std::move(notification), clock_.now());
  co_return events::Verdict::done;
}

}  // namespace mrbill::auth
