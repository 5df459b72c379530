#include "adapters/postgres/content_events.hpp"

#include <boost/json.hpp>

#include <contract/events.hpp>

namespace mrbill::content {
namespace {

constexpr auto source = "/services/content";

events::Event event_of(const Clock& clock, Random& random, const News& news, std::string type,
                       std::string subject, std::string data) {
  return {.id = new_uuid(clock, random),
          .source = source,
          .type = std::move(type),
          .subject = std::move(subject),
          .tenant = news.owner.tenant,
          .time = clock.now(),
          .traceparent = news.owner.traceparent,
          .data = std::move(data)};
}

}  // namespace

events::Event completed_event(const Clock& clock, Random& random, const News& news) {
  const auto id = news.id.to_string();
  if (news.spec.type() == Type::video) {
    const contract::events::VideoCompleted data{
        .request_id = news.id.uuid, .user_id = news.owner.user.uuid, .poc_count = news.render.poc_count};
    return event_of(clock, random, news, "video.completed", id, to_json(data));
  }
  const contract::events::ReportCompleted data{
      .report_id = news.id.uuid, .user_id = news.owner.user.uuid, .poc_count = news.render.poc_count};
  return event_of(clock, random, news, "report.completed", id, to_json(data));
}

bool is_worth_a_mail(const News& news) {
  return news.scheduled || news.spec.type() == Type::video;
}

events::Event notification(const Clock& clock, Random& random, const News& news) {
  boost::json::object data{
      {"userId", news.owner.user.to_string()},
      {"message", "content_ready"},
      {"key", "content_ready " + news.id.to_string()},
      {"parameters", boost::json::object{{"what", news.spec.type() == Type::video ? "video" : "report"},
                                         {"title", news.spec.title},
                                         {"link", news.link}}}};
  return event_of(clock, random, news, "notification.requested", news.owner.user.to_string(),
                  boost::json::serialize(data));
}

events::Event people_requested(const Clock& clock, Random& random) {
  return {.id = new_uuid(clock, random),
          .source = source,
          .type = "people.requested",
          .subject = "content",
          .tenant = {},
          .time = clock.now(),
          .traceparent = {},
          .data = to_json(contract::events::PeopleRequested{.service = "content"})};
}

}  // namespace mrbill::content
