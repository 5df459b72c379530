#include "usecases/complete_spec.hpp"

#include <algorithm>

#include <text/text.hpp>

#include "domain/choices.hpp"

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;

constexpr int default_seconds = 60;
// Beyond these a year has no meaning for anybody's POCs, and the arithmetic of years none for us.
constexpr Timestamp earliest = std::chrono::sys_days(std::chrono::year(1970) / 1 / 1);
constexpr Timestamp latest = std::chrono::sys_days(std::chrono::year(2200) / 1 / 1);

constexpr std::size_t max_tag_bytes = 2'000;

std::size_t bytes_of(const std::vector<std::string>& tags) {
  std::size_t bytes = 0;
  for (const auto& tag : tags) bytes += tag.size() + 1;
  return bytes;
}

std::string_view nearest_word(const SpecDraft& draft) {
  return draft.locale ? std::string_view(*draft.locale) : "";
}

FieldErrors wrong_in(const Spec& spec, const SpecDraft& draft) {
  FieldErrors wrong;
  const auto in_range = [](Timestamp time) { return time >= earliest && time <= latest; };
  if (!in_range(spec.from)) wrong.push_back({"/fromDate", "range", "must be from 1970 to 2199"});
  if (!in_range(spec.to)) wrong.push_back({"/toDate", "range", "must be from 1970 to 2199"});
  if (wrong.empty() && spec.from >= spec.to)
    wrong.push_back({"/toDate", "range", "must be later than fromDate"});
  // They travel to the catalogue in one address.
  if (bytes_of(draft.include_tags) + bytes_of(draft.exclude_tags) > max_tag_bytes)
    wrong.push_back(
        {"/includeTags", "too_long", "must, with excludeTags, be at most 2,000 bytes long together"});
  if (draft.locale && !parse_locale(nearest_word(draft)))
    wrong.push_back({"/locale", "enum", "must be pt-BR or en"});
  return wrong;
}

void each_once(std::vector<Grouping>& groups) {
  std::vector<Grouping> kept;
  for (const auto grouping : groups)
    if (std::ranges::count(kept, grouping) == 0) kept.push_back(grouping);
  groups = std::move(kept);
}

}  // namespace

Timestamp one_year_before(Timestamp time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  auto date = std::chrono::year_month_day(day) - std::chrono::years(1);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return std::chrono::sys_days(date) + (time - day);
}

Task<Spec> CompleteSpec::complete(Caller caller, SpecDraft draft) {
  const auto person = co_await people_.find(caller, clock_.now());
  const auto to = draft.to.value_or(person.day_ends);
  const auto named = draft.locale ? parse_locale(*draft.locale) : std::nullopt;
  co_return Spec{.title = text::trimmed(draft.title),
                 .description = std::move(draft.description),
                 .from = draft.from.value_or(to >= earliest && to <= latest ? one_year_before(to) : earliest),
                 .to = to,
                 .include_tags = std::move(draft.include_tags),
                 .exclude_tags = std::move(draft.exclude_tags),
                 .include_private = draft.include_private,
                 .locale = named.value_or(nearest_locale(person.locale))};
}

Task<bool> CompleteSpec::knows_track(Caller caller, std::string track) {
  if (track == no_music || is_track(track)) co_return true;
  const auto id = TrackId::parse(track);
  if (!id) co_return false;
  co_return co_await tracks_.exists(caller, *id);
}

Task<Result<Spec, FieldErrors>> CompleteSpec::operator()(Caller caller, VideoDraft draft) {
  auto spec = co_await complete(caller, draft.common);
  auto wrong = wrong_in(spec, draft.common);
  VideoOptions options{.style = draft.style.value_or(std::string(style_choices().front().id)),
                       .music_track = std::move(draft.music_track),
                       .shape = draft.shape,
                       .seconds = draft.seconds.value_or(default_seconds),
                       .calm = draft.calm};
  if (!is_style(options.style))
    wrong.push_back({"/style", "enum", "must be one of GET /api/v1/content/styles"});
  bool known = true;
  if (options.music_track) known = co_await knows_track(caller, *options.music_track);
  if (!known) wrong.push_back({"/musicTrack", "enum", "must be one of GET /api/v1/content/tracks, or none"});
  if (!wrong.empty()) co_return fail(std::move(wrong));
  spec.options = std::move(options);
  co_return spec;
}

Task<Result<Spec, FieldErrors>> CompleteSpec::operator()(Caller caller, ReportDraft draft) {
  auto spec = co_await complete(caller, draft.common);
  auto wrong = wrong_in(spec, draft.common);
  if (!wrong.empty()) co_return fail(std::move(wrong));
  ReportOptions options{.group_by = draft.group_by.value_or(std::vector{Grouping::language, Grouping::month}),
                        .format = draft.format};
  each_once(options.group_by);
  spec.options = std::move(options);
  co_return spec;
}

}  // namespace mrbill::content
