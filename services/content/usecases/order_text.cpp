#include "usecases/order_text.hpp"

#include <base/check.hpp>
#include <base/unreachable.hpp>
#include <contract/rendering.hpp>

namespace mrbill::content {
namespace {

namespace rendering = contract::rendering;

constexpr std::string_view end_of_pocs = "]}";

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

std::string video_order(const Wishes& wishes, const VideoLook& look, const Person& person,
                        const std::optional<std::string>& music) {
  rendering::VideoOrder order{.title = wishes.title,
                              .description = wishes.description,
                              .person = facts_of(person, wishes.locale),
                              .from_date = wishes.from,
                              .to_date = wishes.to,
                              .until_date = facts_end(wishes, person),
                              .style = look.style,
                              .music_track = music ? std::optional("file:" + *music) : look.music_track,
                              .shape = to_contract(look.shape),
                              .seconds = look.seconds,
                              .calm = look.calm};
  return to_json(order);
}

std::string report_order(const Wishes& wishes, const ReportLook& look, const Person& person,
                         Timestamp asked_at) {
  rendering::ReportOrder order{.title = wishes.title,
                               .person = facts_of(person, wishes.locale),
                               .from_date = wishes.from,
                               .to_date = wishes.to,
                               .generated_at = asked_at,
                               .include_tags = wishes.include_tags,
                               .exclude_tags = wishes.exclude_tags,
                               .format = to_contract(look.format)};
  for (const auto grouping : look.group_by) order.group_by.push_back(to_contract(grouping));
  return to_json(order);
}

std::string order_without_pocs(const Wishes& wishes, const Person& person, Timestamp asked_at,
                               const std::optional<std::string>& music) {
  if (const auto* look = std::get_if<VideoLook>(&wishes.look))
    return video_order(wishes, *look, person, music);
  return report_order(wishes, std::get<ReportLook>(wishes.look), person, asked_at);
}

}  // namespace

Timestamp facts_end(const Wishes& wishes, const Person& person) {
  const bool runs = person.day_ends > wishes.from && person.day_ends < wishes.to;
  return runs ? person.day_ends : wishes.to;
}

OrderFrame order_frame(const Wishes& wishes, const Person& person, Timestamp asked_at,
                       const std::optional<std::string>& music) {
  auto text = order_without_pocs(wishes, person, asked_at, music);
  CHECK(text.ends_with("[]}"), "the POCs are the last member of both orders");
  auto identity = order_without_pocs(wishes, person, Timestamp{}, music);
  text.resize(text.size() - end_of_pocs.size());
  return {std::move(text), std::string(end_of_pocs), std::move(identity)};
}

std::string order_item(const Poc& poc) {
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
                                     .updated_at = poc.updated_at});
}

}  // namespace mrbill::content
