#include "render/video/captions.hpp"

#include <fmt/format.h>

#include <base/unreachable.hpp>

#include "render/video/scenes/figures.hpp"

namespace mrbill::content::video {
namespace {

std::string counted(const Manifest& facts, int count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", locale::number(facts.locale, count), form(count, one, many));
}

std::string ended(std::string sentence) {
  return sentence.ends_with('.') ? sentence : sentence + ".";
}

std::string said(const Script& script, const Scene& scene) {
  const auto& facts = script.facts;
  const auto& words = script.words;
  switch (scene.kind) {
    case SceneKind::title:
      return fmt::format("{}, {}. {}.", facts.person, facts.period, promise(facts, words));
    case SceneKind::none:
      return fmt::format("{} {}", words.none_line, words.none_next);
    case SceneKind::scale:
      return fmt::format("{}. {}", counted(facts, facts.total, words.poc_one, words.poc_many),
                         pace(facts, words));
    case SceneKind::calendar:
      return counted(facts, facts.active_days, words.active_day_one, words.active_day_many) + ".";
    case SceneKind::rhythm:
      return fmt::format("{} {}.", best_hour(script).number, best_hour(script).label);
    case SceneKind::languages:
      return fmt::format("{}, {}.",
                         counted(facts, facts.languages_in_all, words.language_one, words.language_many),
                         leader(facts, words));
    case SceneKind::tags:
      return counted(facts, facts.tags_in_all, words.topic_one, words.topic_many) + ".";
    case SceneKind::tools:
      return fmt::format("{}: {}.", words.tools, most_used(facts, words));
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
      return ended(heading_of_names(facts, words));
    case SceneKind::bow:
      return fmt::format("{}. {}.", facts.person, made_with(facts, words));
  }
  unreachable();
}

}  // namespace

media::CaptionTrack captions_in(Locale locale, const Production& production) {
  const auto& shown = production.script();
  Script script{shown.facts, words_in(locale), shown.story, shown.size};
  script.facts.locale = locale;
  script.facts.period = period_in(locale, shown.facts.first_day, shown.facts.period_ends);
  media::CaptionTrack track{locale == Locale::pt_br ? "pt-BR" : "en", {}};
  auto scenes = production.shown_scenes();
  for (std::size_t i = 0; i < scenes.size(); ++i)
    track.captions.push_back(
        {scenes[i].from_second, scenes[i].to_second, said(script, shown.story.scenes[i])});
  return track;
}

}  // namespace mrbill::content::video
