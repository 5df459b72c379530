#include "render/video/words.hpp"

#include <fmt/format.h>

namespace mrbill::content::video {
namespace {

constexpr Words portuguese{.year_in_code = "O seu ano em código",
                           .time_in_code = "A sua história em código",
                           .starring = "com",
                           .poc_one = "POC",
                           .poc_many = "POCs",
                           .one_every_days = "Uma a cada {} dias.",
                           .many_a_day = "{} por dia, em média.",
                           .one_a_day = "Uma por dia, em média.",
                           .day_by_day = "Dia após dia",
                           .active_day_one = "dia com código",
                           .active_day_many = "dias com código",
                           .month_by_month = "Mês a mês",
                           .active_month_one = "mês com código",
                           .active_month_many = "meses com código",
                           .best_day = "O dia mais cheio: {}",
                           .your_hour = "é a sua hora",
                           .rhythm = "O seu ritmo",
                           .language_one = "linguagem",
                           .language_many = "linguagens",
                           .leads = "{} na frente",
                           .only_language = "Uma só paixão",
                           .languages = "A corrida das linguagens",
                           .topic_one = "assunto",
                           .topic_many = "assuntos",
                           .together = "{} + {}: {} vezes juntos",
                           .topics = "A sua constelação",
                           .highlight = "Destaque",
                           .highlights = "Destaques",
                           .no_description = "Sem descrição. O código fala por si.",
                           .favourite = "favorita",
                           .records = "Recordes",
                           .days_in_a_row = "dias seguidos",
                           .in_one_day = "em um só dia",
                           .in_month = "em {}",
                           .frameworks = "frameworks",
                           .streak_from_to = "{} a {}",
                           .most_used = "{} em primeiro",
                           .you_are = "Você é",
                           .because = "porque",
                           .halves = "A virada",
                           .first_half = "primeira metade",
                           .second_half = "segunda metade",
                           .grew = "{} % a mais na segunda metade",
                           .shrank = "A primeira metade foi a mais intensa",
                           .same = "O mesmo fôlego do começo ao fim",
                           .all_of_them = "Todas elas",
                           .the_only_one = "A única. A primeira.",
                           .streak = "sequência",
                           .top_language = "linguagem nº 1",
                           .persona = "persona",
                           .made_with = "feito com Mr Bill",
                           .thanks = "Até a próxima",
                           .none_title = "Página em branco",
                           .none_line = "Nenhuma POC neste período. Ainda.",
                           .none_next = "A próxima história começa com uma linha.",
                           .tools = "As suas ferramentas",
                           .personas = {{"Estreante", "Todo começo cabe em {number}."},
                                        {"Coruja", "{share} % nasceram depois das 22h."},
                                        {"Madrugador", "{share} % nasceram antes das 9h."},
                                        {"Alma de fim de semana", "{share} % nasceram no sábado ou domingo."},
                                        {"Poliglota", "{number} linguagens em um só período."},
                                        {"Especialista", "{share} % em {word}."},
                                        {"Velocista", "Metade de tudo em {number} dias."},
                                        {"Maratonista", "{number} meses sem perder o passo."},
                                        {"Exploradora de mundos", "{number} assuntos diferentes."},
                                        {"Contadora de histórias", "{share} % com a história escrita."},
                                        {"Construtora", "{number} ideias tiradas do papel."}}};

constexpr Words english{.year_in_code = "Your year in code",
                        .time_in_code = "Your story in code",
                        .starring = "starring",
                        .poc_one = "POC",
                        .poc_many = "POCs",
                        .one_every_days = "One every {} days.",
                        .many_a_day = "{} a day, on average.",
                        .one_a_day = "One a day, on average.",
                        .day_by_day = "Day by day",
                        .active_day_one = "day with code",
                        .active_day_many = "days with code",
                        .month_by_month = "Month by month",
                        .active_month_one = "month with code",
                        .active_month_many = "months with code",
                        .best_day = "The fullest day: {}",
                        .your_hour = "is your hour",
                        .rhythm = "Your rhythm",
                        .language_one = "language",
                        .language_many = "languages",
                        .leads = "led by {}",
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
                        .frameworks = "frameworks",
                        .streak_from_to = "{} to {}",
                        .most_used = "{} came first",
                        .you_are = "You are",
                        .because = "because",
                        .halves = "The turn",
                        .first_half = "first half",
                        .second_half = "second half",
                        .grew = "{} % more in the second half",
                        .shrank = "The first half burned brightest",
                        .same = "The same breath from start to end",
                        .all_of_them = "All of them",
                        .the_only_one = "The only one. The first.",
                        .streak = "streak",
                        .top_language = "top language",
                        .persona = "persona",
                        .made_with = "made with Mr Bill",
                        .thanks = "Until next time",
                        .none_title = "Blank page",
                        .none_line = "No POC in this period. Yet.",
                        .none_next = "The next story starts with one line.",
                        .tools = "Your tools",
                        .personas = {{"The Beginner", "Every start fits into {number}."},
                                     {"Night Owl", "{share} % were born after 10 pm."},
                                     {"Early Bird", "{share} % were born before 9 am."},
                                     {"Weekend Soul", "{share} % were born on a weekend."},
                                     {"Polyglot", "{number} languages in one period."},
                                     {"Specialist", "{share} % in {word}."},
                                     {"Sprinter", "Half of it all in {number} days."},
                                     {"Marathoner", "{number} months without losing step."},
                                     {"World Explorer", "{number} different topics."},
                                     {"Storyteller", "{share} % with their story told."},
                                     {"Builder", "{number} ideas made real."}}};

}  // namespace

const Words& words_in(Locale locale) {
  return locale == Locale::pt_br ? portuguese : english;
}

std::string_view form(int count, std::string_view one, std::string_view many) {
  return count == 1 ? one : many;
}

std::string pace(const Manifest& facts, const Words& words) {
  double days = facts.last_day - facts.first_day + 1;
  double each = days / std::max(1, facts.total);
  if (each >= 1.05) {
    int digits = each < 9.95 ? 1 : 0;
    return fmt::format(fmt::runtime(words.one_every_days), locale::decimal(facts.locale, each, digits));
  }
  if (each > 0.95) return std::string(words.one_a_day);
  return fmt::format(fmt::runtime(words.many_a_day), locale::decimal(facts.locale, 1 / each, 1));
}

std::string persona_reason(const Manifest& facts, const Words& words) {
  const auto& persona = facts.persona;
  return fmt::format(
      fmt::runtime(words.personas[static_cast<int>(persona.kind)].reason), fmt::arg("share", persona.share),
      fmt::arg("number", locale::number(facts.locale, persona.number)), fmt::arg("word", persona.word));
}

std::string growth(const Manifest& facts, const Words& words) {
  if (facts.second_half == facts.first_half || facts.first_half == 0) return std::string(words.same);
  if (facts.second_half < facts.first_half) return std::string(words.shrank);
  int more = static_cast<int>((facts.second_half * 100.0) / facts.first_half - 100 + 0.5);
  return fmt::format(fmt::runtime(words.grew), locale::number(facts.locale, more));
}

std::string hour_words(Locale locale, int hour) {
  if (locale == Locale::pt_br) return fmt::format("{}h", hour);
  return fmt::format("{} {}", hour % 12 == 0 ? 12 : hour % 12, hour < 12 ? "am" : "pm");
}

std::string day_words(Locale locale, Day day) {
  auto date = date_of(day);
  if (locale == Locale::pt_br)
    return fmt::format("{} de {}", date.day, locale::month_name(locale, date.month));
  return fmt::format("{} {}", locale::month_name(locale, date.month), date.day);
}

}  // namespace mrbill::content::video
