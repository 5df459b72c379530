#include "render/video/captions.hpp"

#include <fmt/format.h>

#include "render/video/scenes/figures.hpp"

namespace mrbill::content::video {
namespace {

std::string counted(const Manifest& facts, int count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", locale::number(facts.locale, count), form(count, one, many));
}

std::string said(const Manifest& facts, const Words& words, const Scene& scene) {
  switch (scene.kind) {
    case SceneKind::title:
      return fmt::format("{}, {}. {}.", facts.person, facts.period,
                         facts.last_day - facts.first_day < 370 ? words.year_in_code : words.time_in_code);
    case SceneKind::none:
      return fmt::format("{} {}", words.none_line, words.none_next);
    case SceneKind::scale:
      return fmt::format("{}. {}", counted(facts, facts.total, words.poc_one, words.poc_many),
                         pace(facts, words));
    case SceneKind::calendar:
      return counted(facts, facts.active_days, words.active_day_one, words.active_day_many) + ".";
    case SceneKind::rhythm:
      return fmt::format("{} {}.", hour_words(facts.locale, facts.busiest_hour), words.your_hour);
    case SceneKind::languages:
      return fmt::format("{}, {}.",
                         counted(facts, facts.languages_in_all, words.language_one, words.language_many),
                         fmt::format(fmt::runtime(words.leads), facts.languages.front().name));
    case SceneKind::tags:
      return counted(facts, facts.tags_in_all, words.topic_one, words.topic_many) + ".";
    case SceneKind::tools:
      return fmt::format("{}: {}.", words.tools,
                         fmt::format(fmt::runtime(words.most_used), facts.frameworks.front().name));
    case SceneKind::hero: {
      const auto& hero = facts.heroes[static_cast<std::size_t>(scene.index)];
      return hero.description.empty() ? hero.name
                                      : fmt::format("{}: {}", hero.name, first_words(hero.description, 110));
    }
    case SceneKind::records: {
      std::string all;
      for (const auto& record : records_of(facts, words))
        all += fmt::format("{}{} {}", all.empty() ? "" : ", ", record.number, record.label);
      return fmt::format("{}: {}.", words.records, all);
    }
    case SceneKind::persona:
      return fmt::format("{}: {}. {}", words.you_are,
                         words.personas[static_cast<int>(facts.persona.kind)].name,
                         persona_reason(facts, words));
    case SceneKind::halves:
      return growth(facts, words) + ".";
    case SceneKind::wall:
      return facts.total == 1
                 ? std::string(words.the_only_one)
                 : fmt::format("{}: {}.", words.all_of_them, locale::number(facts.locale, facts.total));
    case SceneKind::bow:
      return fmt::format("{}. {}.", facts.person, words.made_with);
  }
  return {};
}

}  // namespace

media::CaptionTrack captions_in(Locale locale, const Production& production) {
  Manifest facts = production.script().facts;
  facts.locale = locale;
  const Words& words = words_in(locale);
  media::CaptionTrack track{locale == Locale::pt_br ? "pt-BR" : "en", {}};
  auto scenes = production.shown_scenes();
  for (std::size_t i = 0; i < scenes.size(); ++i)
    track.captions.push_back({scenes[i].from_second, scenes[i].to_second,
                              said(facts, words, production.script().story.scenes[i])});
  return track;
}

}  // namespace mrbill::content::video
