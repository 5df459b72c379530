#include "adapters/postgres/content_events.hpp"

#include <boost/json.hpp>

#include <contract/events.hpp>

namespace mrbill::content {
namespace {

constexpr auto source = "/services/content";

events::Event event_of(const Clock& clock, Random& random, const Completion& completion, std::string type,
                       std::string subject, std::string data) {
  return {.id = new_uuid(clock, random),
          .source = source,
          .type = std::move(type),
          .subject = std::move(subject),
          .tenant = completion.owner.tenant,
          .time = clock.now(),
          .traceparent = completion.owner.traceparent,
          .data = std::move(data)};
}

}  // namespace

events::Event completed_event(const Clock& clock, Random& random, const Completion& completion) {
  const auto id = completion.id.to_string();
  if (completion.spec.type() == Type::video) {
    const contract::events::VideoCompleted data{.request_id = completion.id.uuid,
                                                .user_id = completion.owner.user.uuid,
                                                .poc_count = completion.render.poc_count};
    return event_of(clock, random, completion, "video.completed", id, to_json(data));
  }
  const contract::events::ReportCompleted data{.report_id = completion.id.uuid,
                                               .user_id = completion.owner.user.uuid,
                                               .poc_count = completion.render.poc_count};
  return event_of(clock, random, completion, "report.completed", id, to_json(data));
}

bool is_worth_a_mail(const Completion& completion) {
  return completion.scheduled || completion.spec.type() == Type::video;
}

events::Event notification(const Clock& clock, Random& random, const Completion& completion) {
  boost::json::object data{
      {"userId", completion.owner.user.to_string()},
      {"message", "content_ready"},
      {"key", "content_ready " + completion.id.to_string()},
      {"parameters", boost::json::object{{"what", completion.spec.type() == Type::video ? "video" : "report"},
                                         {"title", completion.spec.title},
                                         {"link", completion.link}}}};
  return event_of(clock, random, completion, "notification.requested", completion.owner.user.to_string(),
                  boost::json::serialize(data));
}

}  // namespace mrbill::content
