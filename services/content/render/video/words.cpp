#include "render/video/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace mrbill::content::video {
namespace {

constexpr Words portuguese{
    .year_in_code = "Seu ano em código",
    .month_in_code = "Seu mês em código",
    .days_in_code = "Seus dias em código",
    .time_in_code = "Sua história em código",
    .one_poc = "Uma POC, uma história",
    .no_poc = "À espera de código",
    .until = "até {}",
    .starring = "com",
    .poc_one = "POC",
    .poc_many = "POCs",
    .one_every_days = "Uma a cada {} dias, em média.",
    .many_a_day = "{} por dia, em média.",
    .one_a_day = "Uma por dia, em média.",
    .day_by_day = "Dia após dia",
    .active_day_one = "dia com código",
    .active_day_many = "dias com código",
    .month_by_month = "Mês a mês",
    .active_month_one = "mês com código",
    .active_month_many = "meses com código",
    .best_day = "O dia mais cheio: {}",
    .best_month = "O mês mais cheio: {}",
    .best_days = "{} dias com {} cada",
    .best_months = "{} meses com {} cada",
    .on_day = "{} em {}",
    .in_that_month = "{} em {}",
    .on_each_day = "{} em cada um de {} dias",
    .in_each_month = "{} em cada um de {} meses",
    .your_hour = "é a sua hora",
    .your_hours = "são as suas horas",
    .hours_tied = "horas empatadas",
    .rhythm = "Seu ritmo",
    .language_one = "linguagem",
    .language_many = "linguagens",
    .leads = "{} na frente",
    .two_lead = "{} e {} empatadas na frente",
    .many_lead = "{} empatadas na frente",
    .only_language = "Uma só paixão",
    .languages = "A corrida das linguagens",
    .topic_one = "assunto",
    .topic_many = "assuntos",
    .together = "{} + {}: {} vezes juntos",
    .topics = "Sua constelação",
    .highlight = "Destaque",
    .highlights = "Destaques",
    .no_description = "Sem descrição. O código fala por si.",
    .favourite = "favorita",
    .records = "Recordes",
    .days_in_a_row = "dias seguidos",
    .in_one_day = "em um só dia",
    .in_month = "em {}",
    .in_one_month = "em um só mês",
    .frameworks = "frameworks",
    .since = "desde {}",
    .times = "{} vezes",
    .most_used = "{} em primeiro",
    .you_are = "Você é",
    .because = "porque",
    .halves = "A virada",
    .first_half = "primeira metade",
    .second_half = "segunda metade",
    .grew = "{}% a mais na segunda metade",
    .from_to = "De {} para {} na segunda metade",
    .shrank = "A primeira metade foi a mais intensa",
    .same = "O mesmo fôlego nas duas metades",
    .all_first = "Tudo na primeira metade",
    .all_second = "Tudo na segunda metade",
    .some_of_all = "{} de {}",
    .all_of_them = "Todas elas",
    .the_only_one = "A única deste filme.",
    .with_name = "Com nome",
    .private_one = "privada",
    .private_many = "privadas",
    .streak = "sequência",
    .top_language = "linguagem nº 1",
    .persona = "persona",
    .made_with = "feito com Mr Bill",
    .thanks = "Até a próxima",
    .none_title = "Página em branco",
    .none_line = "Nenhuma POC neste filme. Ainda.",
    .none_next = "A próxima história começa com uma linha.",
    .tools = "Suas ferramentas",
    .personas = {{"Minimalista", "Tudo cabe em {number} POCs.", "Tudo cabe em uma POC."},
                 {"Coruja", "{share}% nasceram entre 22h e 5h.", ""},
                 {"Espírito madrugador", "{share}% nasceram entre 5h e 9h.", ""},
                 {"Alma de fim de semana", "{share}% nasceram no sábado ou domingo.", ""},
                 {"Poliglota", "{number} linguagens em um só filme.", ""},
                 {"Especialista", "{share}% em {word}.", ""},
                 {"Velocista", "Metade de tudo em {number} dias.", "Metade de tudo em um só dia."},
                 {"Maratonista", "{number} meses sem perder o passo.", ""},
                 {"Viajante de mundos", "{number} assuntos diferentes.", ""},
                 {"Cronista", "{share}% com a história escrita.", ""},
                 {"Mão na massa", "{number} ideias tiradas do papel.", ""}}};

constexpr Words english{
    .year_in_code = "Your year in code",
    .month_in_code = "Your month in code",
    .days_in_code = "Your days in code",
    .time_in_code = "Your story in code",
    .one_poc = "One POC, one story",
    .no_poc = "Waiting for code",
    .until = "until {}",
    .starring = "starring",
    .poc_one = "POC",
    .poc_many = "POCs",
    .one_every_days = "One every {} days, on average.",
    .many_a_day = "{} a day, on average.",
    .one_a_day = "One a day, on average.",
    .day_by_day = "Day by day",
    .active_day_one = "day with code",
    .active_day_many = "days with code",
    .month_by_month = "Month by month",
    .active_month_one = "month with code",
    .active_month_many = "months with code",
    .best_day = "The fullest day: {}",
    .best_month = "The fullest month: {}",
    .best_days = "{} days with {} each",
    .best_months = "{} months with {} each",
    .on_day = "{} on {}",
    .in_that_month = "{} in {}",
    .on_each_day = "{} on each of {} days",
    .in_each_month = "{} in each of {} months",
    .your_hour = "is your hour",
    .your_hours = "are your hours",
    .hours_tied = "hours tied",
    .rhythm = "Your rhythm",
    .language_one = "language",
    .language_many = "languages",
    .leads = "led by {}",
    .two_lead = "{} and {} tied in front",
    .many_lead = "{} tied in front",
    .only_language = "One true love",
    .languages = "The language race",
    .topic_one = "topic",
    .topic_many = "topics",
    .together = "{} + {}: together {} times",
    .topics = "Your constellation",
    .highlight = "Highlight",
    .highlights = "Highlights",
    .no_description = "No description. The code speaks.",
    .favourite = "favourite",
    .records = "Records",
    .days_in_a_row = "days in a row",
    .in_one_day = "in a single day",
    .in_month = "in {}",
    .in_one_month = "in a single month",
    .frameworks = "frameworks",
    .since = "from {}",
    .times = "{} times",
    .most_used = "{} came first",
    .you_are = "You are",
    .because = "because",
    .halves = "The turn",
    .first_half = "first half",
    .second_half = "second half",
    .grew = "{}% more in the second half",
    .from_to = "From {} to {} in the second half",
    .shrank = "The first half burned brightest",
    .same = "The same breath in both halves",
    .all_first = "All of it in the first half",
    .all_second = "All of it in the second half",
    .some_of_all = "{} of {}",
    .all_of_them = "All of them",
    .the_only_one = "The only one in this film.",
    .with_name = "Named",
    .private_one = "private",
    .private_many = "private",
    .streak = "streak",
    .top_language = "top language",
    .persona = "persona",
    .made_with = "made with Mr Bill",
    .thanks = "Until next time",
    .none_title = "Blank page",
    .none_line = "No POC in this film. Yet.",
    .none_next = "The next story starts with one line.",
    .tools = "Your tools",
    .personas = {{"Minimalist", "It all fits into {number} POCs.", "It all fits into one POC."},
                 {"Night Owl", "{share}% were born between 10 pm and 5 am.", ""},
                 {"Early Bird", "{share}% were born between 5 and 9 am.", ""},
                 {"Weekend Soul", "{share}% were born on a weekend.", ""},
                 {"Polyglot", "{number} languages in one film.", ""},
                 {"Specialist", "{share}% in {word}.", ""},
                 {"Sprinter", "Half of it all in {number} days.", "Half of it all in a single day."},
                 {"Marathoner", "{number} months without losing step.", ""},
                 {"World Explorer", "{number} different topics.", ""},
                 {"Storyteller", "{share}% with their story told.", ""},
                 {"Builder", "{number} ideas made real.", ""}}};

}  // namespace

const Words& words_in(Locale locale) {
  return locale == Locale::pt_br ? portuguese : english;
}

std::string_view form(int count, std::string_view one, std::string_view many) {
  return count == 1 ? one : many;
}

namespace {

template <class... Facts>
std::string filled(std::string_view sentence, Facts&&... facts) {
  return fmt::format(fmt::runtime(sentence), std::forward<Facts>(facts)...);
}

std::string_view promise_of(const Manifest& facts, const Words& words) {
  if (facts.total == 0) return words.no_poc;
  if (facts.total == 1) return words.one_poc;
  const auto first = date_of(facts.first_day), after = date_of(facts.period_ends + 1);
  const int days = facts.period_ends - facts.first_day + 1;
  if (days > 370) return words.time_in_code;
  if (days >= 365) return words.year_in_code;
  const bool whole_month = first.day == 1 && after.day == 1 && days <= 31;
  return whole_month ? words.month_in_code : words.days_in_code;
}

// With one digit where it says something: "2", "2,5".
std::string rounded(Locale locale, double value, int digits) {
  auto text = locale::decimal(locale, value, digits);
  return text.ends_with(locale == Locale::pt_br ? ",0" : ".0") ? text.substr(0, text.size() - 2) : text;
}

}  // namespace

std::string promise(const Manifest& facts, const Words& words) {
  const std::string whose(promise_of(facts, words));
  if (!facts.runs()) return whose;
  return whose + ", " + filled(words.until, day_of_film(facts, facts.last_day));
}

std::string made_with(const Manifest& facts, const Words& words) {
  const std::string made(words.made_with);
  if (!facts.runs()) return made;
  return filled(words.until, day_of_film(facts, facts.last_day)) + " · " + made;
}

std::string pace(const Manifest& facts, const Words& words) {
  if (facts.total == 1) return std::string(words.the_only_one);
  double days = facts.last_day - facts.first_day + 1;
  double each = days / std::max(1, facts.total);
  if (each >= 1.05) return filled(words.one_every_days, rounded(facts.locale, each, each < 9.95 ? 1 : 0));
  if (each > 0.95) return std::string(words.one_a_day);
  return filled(words.many_a_day, rounded(facts.locale, 1 / each, 1));
}

std::string persona_reason(const Manifest& facts, const Words& words) {
  const auto& persona = facts.persona;
  const auto& said = words.personas[static_cast<int>(persona.kind)];
  const bool of_one = persona.number == 1 && !said.reason_of_one.empty();
  return fmt::format(
      fmt::runtime(of_one ? said.reason_of_one : said.reason), fmt::arg("share", persona.share),
      fmt::arg("number", locale::number(facts.locale, persona.number)), fmt::arg("word", persona.word));
}

std::string growth(const Manifest& facts, const Words& words) {
  const int before = facts.first_half, after = facts.second_half;
  if (before == after) return std::string(words.same);
  if (before == 0 || after == 0) return std::string(before == 0 ? words.all_second : words.all_first);
  if (after < before) return std::string(words.shrank);
  // A little more is a share; a multiple is better told by both numbers.
  const int more = static_cast<int>(after * 100.0 / before - 100 + 0.5);
  if (more >= 200 || more < 1)
    return filled(words.from_to, locale::number(facts.locale, before), locale::number(facts.locale, after));
  return filled(words.grew, more);
}

std::string leader(const Manifest& facts, const Words& words) {
  const auto& all = facts.languages;
  if (facts.languages_in_all == 1) return all.front().name;
  const auto first = std::ranges::count(all, all.front().count, &Language::count);
  if (first == 1) return filled(words.leads, all[0].name);
  if (first == 2) return filled(words.two_lead, all[0].name, all[1].name);
  return filled(words.many_lead, locale::number(facts.locale, facts.languages_tied));
}

std::string heading_of_names(const Manifest& facts, const Words& words) {
  const auto named = locale::number(facts.locale, static_cast<std::int64_t>(facts.names.size()));
  if (facts.unnamed > 0)
    return fmt::format("{}: {} · {}\u00a0{}", words.with_name, named,
                       locale::number(facts.locale, facts.unnamed),
                       form(facts.unnamed, words.private_one, words.private_many));
  if (facts.total == 1) return std::string(words.the_only_one);
  return fmt::format("{}: {}", words.all_of_them, named);
}

std::string shown_of_all(const Manifest& facts, const Words& words, int shown) {
  if (shown >= facts.languages_in_all) return "";
  return filled(words.some_of_all, locale::number(facts.locale, shown),
                locale::number(facts.locale, facts.languages_in_all));
}

std::string heading_of_languages(const Manifest& facts, const Words& words, int shown) {
  if (facts.languages_in_all == 1) return std::string(words.only_language);
  const auto some = shown_of_all(facts, words, shown);
  return some.empty() ? std::string(words.languages) : fmt::format("{}: {}", words.languages, some);
}

std::string hour_words(Locale locale, int hour) {
  if (locale == Locale::pt_br) return fmt::format("{}h", hour);
  return fmt::format("{} {}", hour % 12 == 0 ? 12 : hour % 12, hour < 12 ? "am" : "pm");
}

std::string day_words(Locale locale, Day day) {
  auto date = date_of(day);
  if (locale == Locale::pt_br)
    return fmt::format("{}{} de {}", date.day, date.day == 1 ? "º" : "",
                       locale::month_name(locale, date.month));
  return fmt::format("{} {}", locale::month_name(locale, date.month), date.day);
}

std::string day_of_film(const Manifest& facts, Day day) {
  if (date_of(facts.first_day).year == date_of(facts.period_ends).year) return day_words(facts.locale, day);
  return locale::date(facts.locale, date_of(day));
}

}  // namespace mrbill::content::video
