#include "usecases/order_text.hpp"

#include <contract/rendering_mapping.hpp>

namespace mrbill::content {
namespace {

namespace rendering = contract::rendering;
using contract::message_of;

rendering::PersonFacts facts_of(const Person& person, Locale locale) {
  return {.display_name = person.full_name,
          .tenant_name = person.company_name,
          .locale = message_of<rendering::Locale>(locale),
          .time_zone = person.time_zone};
}

std::string video_order(const Spec& spec, const VideoOptions& options, const Person& person,
                        const std::optional<std::string>& music) {
  rendering::VideoOrder order{.title = spec.title,
                              .description = spec.description,
                              .person = facts_of(person, spec.locale),
                              .from_date = spec.from,
                              .to_date = spec.to,
                              .until_date = facts_end(spec, person),
                              .style = options.style,
                              .music_track = music ? std::optional("file:" + *music) : options.music_track,
                              .shape = message_of<rendering::VideoShape>(options.shape),
                              .seconds = options.seconds,
                              .calm = options.calm};
  return to_json(order);
}

std::string report_order(const Spec& spec, const ReportOptions& options, const Person& person,
                         Timestamp asked_at) {
  rendering::ReportOrder order{.title = spec.title,
                               .person = facts_of(person, spec.locale),
                               .from_date = spec.from,
                               .to_date = spec.to,
                               .generated_at = asked_at,
                               .include_tags = spec.include_tags,
                               .exclude_tags = spec.exclude_tags,
                               .format = message_of<rendering::ReportFormat>(options.format)};
  for (const auto grouping : options.group_by)
    order.group_by.push_back(message_of<rendering::ReportGrouping>(grouping));
  return to_json(order);
}

std::string head_of(const Spec& spec, const Person& person, Timestamp asked_at,
                    const std::optional<std::string>& music) {
  if (const auto* options = std::get_if<VideoOptions>(&spec.options))
    return video_order(spec, *options, person, music);
  return report_order(spec, std::get<ReportOptions>(spec.options), person, asked_at);
}

}  // namespace

Timestamp facts_end(const Spec& spec, const Person& person) {
  const bool runs = person.day_ends > spec.from && person.day_ends < spec.to;
  return runs ? person.day_ends : spec.to;
}

OrderHead order_head(const Spec& spec, const Person& person, Timestamp asked_at,
                     const std::optional<std::string>& music) {
  return {.line = head_of(spec, person, asked_at, music) + '\n',
          .identity = head_of(spec, person, Timestamp{}, music)};
}

std::string poc_line(const Poc& poc) {
  return to_json(message_of<rendering::PocFacts>(poc)) + '\n';
}

}  // namespace mrbill::content
