#include "usecases/order_text.hpp"

#include <base/unreachable.hpp>
#include <contract/rendering.hpp>

namespace mrbill::content {
namespace {

namespace rendering = contract::rendering;

rendering::Locale to_contract(Locale locale) {
  return locale == Locale::pt_br ? rendering::Locale::pt_br : rendering::Locale::en;
}

rendering::VideoShape to_contract(Shape shape) {
  switch (shape) {
    case Shape::landscape:
      return rendering::VideoShape::landscape;
    case Shape::portrait:
      return rendering::VideoShape::portrait;
    case Shape::square:
      return rendering::VideoShape::square;
  }
  unreachable();
}

rendering::ReportFormat to_contract(Format format) {
  switch (format) {
    case Format::pdf:
      return rendering::ReportFormat::pdf;
    case Format::excel:
      return rendering::ReportFormat::excel;
    case Format::csv:
      return rendering::ReportFormat::csv;
  }
  unreachable();
}

rendering::ReportGrouping to_contract(Grouping grouping) {
  switch (grouping) {
    case Grouping::language:
      return rendering::ReportGrouping::language;
    case Grouping::tag:
      return rendering::ReportGrouping::tag;
    case Grouping::month:
      return rendering::ReportGrouping::month;
  }
  unreachable();
}

rendering::PersonFacts facts_of(const Person& person, Locale locale) {
  return {.display_name = person.full_name,
          .tenant_name = person.company_name,
          .locale = to_contract(locale),
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
                              .shape = to_contract(options.shape),
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
                               .format = to_contract(options.format)};
  for (const auto grouping : options.group_by) order.group_by.push_back(to_contract(grouping));
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
  return to_json(rendering::PocFacts{.poc_id = poc.id,
                                     .name = poc.name,
                                     .description = poc.description,
                                     .repository_url = poc.repository_url,
                                     .language = poc.language,
                                     .tags = poc.tags,
                                     .frameworks = poc.frameworks,
                                     .is_public = poc.is_public,
                                     .is_favorite = poc.is_favorite,
                                     .created_at = poc.created_at,
                                     .updated_at = poc.updated_at}) +
         '\n';
}

}  // namespace mrbill::content
