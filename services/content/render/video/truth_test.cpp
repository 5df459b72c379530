// The film tells the truth: every sentence, number and badge of films of generated collections, counted again
// by hand.
#include <regex>

#include <gtest/gtest.h>

#include "render/video/captions.hpp"
#include "render/video/counted_by_hand_fixture.hpp"
#include "render/video/projector_fixture.hpp"
#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

std::string expected(const Speaker& speaker, SceneKind kind, PersonaKind persona, bool portuguese) {
  switch (kind) {
    case SceneKind::title:
      return speaker.title();
    case SceneKind::scale:
      return speaker.scale();
    case SceneKind::calendar:
      return speaker.calendar();
    case SceneKind::rhythm:
      return speaker.rhythm();
    case SceneKind::languages:
      return speaker.languages();
    case SceneKind::tags:
      return speaker.tags();
    case SceneKind::tools:
      return speaker.tools();
    case SceneKind::records:
      return speaker.records();
    case SceneKind::persona:
      return (portuguese ? "Você é: " : "You are: ") + speaker.persona(persona);
    case SceneKind::halves:
      return speaker.halves();
    case SceneKind::wall:
      return speaker.wall();
    case SceneKind::bow:
      return speaker.bow();
    case SceneKind::none:
    case SceneKind::hero:
      break;
  }
  return {};
}

std::unique_ptr<Production> film_of(const Span& span, std::vector<Poc> pocs, Locale locale,
                                    std::string style = "poster") {
  auto order = an_order(std::move(style), 120);
  order.from_date = span.from;
  order.to_date = span.to;
  order.until_date = span.until;
  order.person.locale = locale;
  return a_film(order, std::move(pocs));
}

template <class Check>
void each_collection(Check&& check) {
  unsigned seed = 1;
  for (const auto& span : spans)
    for (const auto& habit : habits) {
      SCOPED_TRACE(fmt::format("{}, {} POCs, seed {}", span.name, habit.pocs, seed));
      check(span, collection(span, habit, seed++));
    }
}

TEST(Truth, is_in_every_sentence_in_both_languages) {
  each_collection([](const Span& span, const std::vector<Poc>& pocs) {
    const Truth truth(span, pocs);
    const auto film = film_of(span, pocs, Locale::pt_br);
    const auto& script = film->script();
    for (const bool portuguese : {true, false}) {
      const Speaker speaker(truth, portuguese);
      const auto track = captions_in(portuguese ? Locale::pt_br : Locale::en, *film);
      for (std::size_t i = 0; i < track.captions.size(); ++i) {
        const auto kind = script.story.scenes[i].kind;
        if (kind == SceneKind::hero) continue;
        EXPECT_EQ(track.captions[i].text, expected(speaker, kind, script.facts.persona.kind, portuguese));
      }
    }
  });
}

TEST(Truth, names_as_many_as_it_shows_and_counts_the_others) {
  each_collection([](const Span& span, const std::vector<Poc>& pocs) {
    const Truth truth(span, pocs);
    const auto film = film_of(span, pocs, Locale::en);
    EXPECT_EQ(static_cast<int>(film->shown_pocs().size()), truth.total() - truth.unnamed);
    for (const auto& hero : film->script().facts.heroes) {
      const auto found = std::ranges::find_if(pocs, [&](const Poc& poc) {
        return poc.id == film->script().facts.names[static_cast<std::size_t>(hero.poc)].id;
      });
      ASSERT_NE(found, pocs.end());
      EXPECT_TRUE(hero.name == found->name && hero.description == found->description &&
                  hero.favourite == found->favourite);
    }
  });
}

// Every number that can be read in a picture is one of those that were counted here for its scene.
class Numbers {
 public:
  void tell(const std::string& text) {
    static const std::regex number("[0-9]+([.,][0-9]+)?");
    for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at)
      all_.insert(at->str());
  }
  void add(std::initializer_list<std::size_t> counts) {
    for (const auto count : counts) all_.insert(std::to_string(count));
  }
  template <class Key>
  void add(const std::map<Key, int>& counts) {
    for (const auto& [key, count] : counts) all_.insert(std::to_string(count));
    add({counts.size(), fullest(counts).size()});
  }
  void add_span(std::size_t first, std::size_t last, const char* format = "{}") {
    for (auto number = first; number <= last; ++number)
      all_.insert(fmt::format(fmt::runtime(format), number));
  }
  [[nodiscard]] bool contains(const std::string& number) const { return all_.contains(number); }

 private:
  std::set<std::string> all_;
};

void add_persona(Numbers& numbers, const Truth& t, const Speaker& speaker) {
  for (const auto kind : {PersonaKind::minimalist, PersonaKind::night_owl, PersonaKind::early_bird,
                          PersonaKind::weekender, PersonaKind::polyglot, PersonaKind::sprinter,
                          PersonaKind::explorer, PersonaKind::storyteller, PersonaKind::builder})
    numbers.tell(speaker.persona(kind));
  for (const auto& [language, count] : t.languages)
    numbers.add({static_cast<std::size_t>(std::lround(100.0 * count / t.total()))});
  numbers.add({static_cast<std::size_t>(t.span_months()), 100});
}

void add_tags(Numbers& numbers, const Truth& t) {
  std::map<std::set<std::string>, int> pairs;
  for (const auto& poc : t.pocs)
    if (poc.tags.size() == 2) ++pairs[{poc.tags.begin(), poc.tags.end()}];
  numbers.add(t.tags);
  if (!pairs.empty()) numbers.add(pairs);
}

void add_records(Numbers& numbers, const Truth& t, const Speaker& speaker) {
  numbers.tell(speaker.records());
  numbers.add({t.streak().second.size(), t.languages.size(), t.tags.size(), t.tools.size()});
}

void add_bow(Numbers& numbers, const Truth& t, const Speaker& speaker) {
  numbers.tell(speaker.scale());
  numbers.add({t.days.size(), static_cast<std::size_t>(t.streak().first), t.languages.size(), t.tags.size(),
               static_cast<std::size_t>(t.unnamed), 1});
}

Numbers numbers_of(const Truth& t, SceneKind kind, Locale locale, std::size_t scenes) {
  Numbers numbers;
  const Speaker speaker(t, locale == Locale::pt_br);
  numbers.add_span(1, scenes);
  numbers.add_span(1, scenes, "{:02}");
  numbers.add_span(2021, 2027);
  numbers.tell(speaker.title());
  const bool has_days = kind == SceneKind::calendar || kind == SceneKind::records || kind == SceneKind::hero;
  for (const auto& [day, count] : t.days)
    if (has_days) numbers.add({static_cast<unsigned>(year_month_day(day).day())});
  if (kind == SceneKind::scale) numbers.tell(speaker.scale());
  if (kind == SceneKind::calendar || kind == SceneKind::records) numbers.add(t.days), numbers.add(t.months);
  if (kind == SceneKind::rhythm)
    numbers.add(t.hours), numbers.add_span(0, 23), numbers.add_span(0, 23, "{:02}");
  if (kind == SceneKind::languages) numbers.add(t.languages);
  if (kind == SceneKind::tags) add_tags(numbers, t);
  if (kind == SceneKind::tools) numbers.add(t.tools);
  if (kind == SceneKind::records) add_records(numbers, t, speaker);
  if (kind == SceneKind::persona) add_persona(numbers, t, speaker);
  if (kind == SceneKind::halves)
    numbers.add({static_cast<std::size_t>(t.before), static_cast<std::size_t>(t.after)}),
        numbers.tell(speaker.halves());
  if (kind == SceneKind::wall) numbers.tell(speaker.wall());
  if (kind == SceneKind::bow) add_bow(numbers, t, speaker);
  return numbers;
}

class TruthOf : public ::testing::TestWithParam<std::string_view> {};

INSTANTIATE_TEST_SUITE_P(Styles, TruthOf, ::testing::ValuesIn(style_names()), style_of);

TEST_P(TruthOf, every_number_that_is_drawn) {
  Projector projector;
  const std::regex number("[0-9]+([.,][0-9]+)?");
  each_collection([&](const Span& span, const std::vector<Poc>& pocs) {
    const Truth truth(span, pocs);
    const auto locale = pocs.size() % 2 == 0 ? Locale::pt_br : Locale::en;
    const auto film = film_of(span, pocs, locale, std::string(GetParam()));
    const auto scenes = film->shown_scenes();
    for (std::size_t i = 0; i < scenes.size(); ++i) {
      const auto kind = film->script().story.scenes[i].kind;
      const auto allowed = numbers_of(truth, kind, locale, scenes.size());
      const auto picture = projector.before_the_cut(*film, i, 0.5);
      for (const auto* command : words_in(picture)) {
        const auto& words = std::get<canvas::Words>(command->what).text->words();
        for (std::sregex_iterator at(words.begin(), words.end(), number), end; at != end; ++at)
          EXPECT_TRUE(allowed.contains(at->str())) << scenes[i].kind << " says " << words;
      }
    }
  });
}

// The heart on a POC stands where the person has put it.
TEST_P(TruthOf, the_badge_of_a_favourite) {
  Projector projector;
  const auto pocs = collection(spans[0], habits[9], 77);
  const auto film = film_of(spans[0], pocs, Locale::en, std::string(GetParam()));
  const auto& script = film->script();
  for (std::size_t i = 0; i < script.story.scenes.size(); ++i) {
    if (script.story.scenes[i].kind != SceneKind::hero) continue;
    const auto& hero = script.facts.heroes[static_cast<std::size_t>(script.story.scenes[i].index)];
    const auto picture = projector.at(*film, i, 3);
    bool badge = false;
    for (const auto* command : words_in(picture)) {
      const auto& words = std::get<canvas::Words>(command->what).text->words();
      badge = badge || words.find("favourite") != std::string::npos || words.find("★") != std::string::npos ||
              words.ends_with("| *");
    }
    EXPECT_EQ(badge, hero.favourite) << hero.name;
  }
}

}  // namespace
}  // namespace mrbill::content::video
