#include "render/report/texts.hpp"

#include <chrono>

#include <fmt/format.h>

#include <base/unreachable.hpp>

namespace mrbill::content::report {
namespace {

constexpr Texts portuguese{
    .report = "Relatório de POCs",
    .prepared_for = "Preparado para",
    .generated = "Gerado em",
    .period = "Período",
    .time_zone = "Fuso horário",
    .contents = "Sumário",
    .at_a_glance = "Em resumo",
    .about = "Sobre este relatório",
    .pocs = "POCs",
    .poc = "POC",
    .languages = "linguagens",
    .language_one = "linguagem",
    .tags = "tags",
    .tag_one = "tag",
    .active_days = "dias ativos",
    .active_day = "dia ativo",
    .language = "Linguagem",
    .tag = "Tag",
    .month = "Mês",
    .share = "Participação",
    .total = "Total",
    .others = "Outras",
    .other = "Outra",
    .no_language = "Sem linguagem",
    .no_tag = "Sem tag",
    .no_pocs = "Nenhuma POC",
    .by_language = "Por linguagem",
    .by_tag = "Por tag",
    .by_month = "Por mês",
    .all_pocs = "Todas as POCs",
    .across = "{} por {}",
    .name = "Nome",
    .description = "Descrição",
    .repository = "Repositório",
    .frameworks = "Frameworks",
    .created = "Criada em",
    .updated = "Atualizada em",
    .is_public = "Pública",
    .is_favorite = "Favorita",
    .poc_id = "Id",
    .is_private = "privada",
    .yes = "sim",
    .no = "não",
    .page = "Página",
    .of = "de",
    .continued = "continuação",
    .busiest_month = "Mês mais ativo",
    .first_language = "Linguagem mais usada",
    .first_tag = "Tag mais usada",
    .busiest_day = "Dia mais ativo",
    .longest_streak = "Maior sequência",
    .days_in_a_row = "dias seguidos",
    .with_framework = "Com framework",
    .public_pocs = "Públicas",
    .favorites = "Favoritas",
    .include_tags = "Somente com as tags",
    .exclude_tags = "Sem as tags",
    .grouped_by = "Agrupado por",
    .none = "nenhuma",
    .all = "todas",
    .one_dot =
        "Cada ponto é uma POC, na cor da linguagem dela: a mais antiga no centro, a mais nova na borda.",
    .one_dot_for =
        "Cada ponto representa {} POCs, na cor da linguagem da primeira delas: as mais antigas no centro, as "
        "mais "
        "novas na borda.",
    .empty_title = "Ainda não há POCs neste período",
    .empty_text =
        "Nenhuma POC se encaixa no período e nas tags escolhidas. O próximo experimento será o primeiro "
        "ponto "
        "da capa.",
    .language_note = "Quantas POCs foram escritas em cada linguagem.",
    .tag_note = "Quantas POCs têm cada tag. Uma POC com várias tags conta em cada uma delas.",
    .month_note = "Quantas POCs foram criadas em cada mês, no fuso horário {}.",
    .cross_note = "Cada linha soma as próprias POCs; {} aparecem em colunas separadas.",
    .summary = "Resumo",
    .count = "Quantidade",
    .chart_of = "Gráfico",
    .cover_art = "Espiral de {} pontos, um para cada POC, na cor da linguagem dela.",
    .cover_art_one = "Um ponto no centro: a única POC, na cor da linguagem dela.",
    .cover_art_for = "Espiral de {} pontos, cada um por {} POCs, na cor da linguagem da primeira delas.",
    .year = "Ano",
    .figure_first = "{}: {} tem a maior quantidade, {}. A tabela a seguir traz todos os valores.",
    .figure_tied = "{}: {} têm a maior quantidade, {} cada. A tabela a seguir traz todos os valores.",
    .and_more = "e mais {}",
    .used_once = "Em uma POC cada ({})"};

constexpr Texts english{
    .report = "POC report",
    .prepared_for = "Prepared for",
    .generated = "Generated on",
    .period = "Period",
    .time_zone = "Time zone",
    .contents = "Contents",
    .at_a_glance = "At a glance",
    .about = "About this report",
    .pocs = "POCs",
    .poc = "POC",
    .languages = "languages",
    .language_one = "language",
    .tags = "tags",
    .tag_one = "tag",
    .active_days = "active days",
    .active_day = "active day",
    .language = "Language",
    .tag = "Tag",
    .month = "Month",
    .share = "Share",
    .total = "Total",
    .others = "Others",
    .other = "Other",
    .no_language = "No language",
    .no_tag = "No tag",
    .no_pocs = "No POCs",
    .by_language = "By language",
    .by_tag = "By tag",
    .by_month = "By month",
    .all_pocs = "All POCs",
    .across = "{} by {}",
    .name = "Name",
    .description = "Description",
    .repository = "Repository",
    .frameworks = "Frameworks",
    .created = "Created",
    .updated = "Updated",
    .is_public = "Public",
    .is_favorite = "Favorite",
    .poc_id = "Id",
    .is_private = "private",
    .yes = "yes",
    .no = "no",
    .page = "Page",
    .of = "of",
    .continued = "continued",
    .busiest_month = "Busiest month",
    .first_language = "Most used language",
    .first_tag = "Most used tag",
    .busiest_day = "Busiest day",
    .longest_streak = "Longest streak",
    .days_in_a_row = "days in a row",
    .with_framework = "With a framework",
    .public_pocs = "Public",
    .favorites = "Favorites",
    .include_tags = "Only with the tags",
    .exclude_tags = "Without the tags",
    .grouped_by = "Grouped by",
    .none = "none",
    .all = "all",
    .one_dot =
        "Each dot is a POC in the colour of its language: the oldest at the centre, the newest at the rim.",
    .one_dot_for =
        "Each dot is {} POCs in the colour of the first one's language: the oldest at the centre, the newest "
        "at the rim.",
    .empty_title = "There are no POCs in this period yet",
    .empty_text =
        "The period and the tags chosen hold no POC. The next experiment will be the first dot on the cover.",
    .language_note = "How many POCs were written in each language.",
    .tag_note = "How many POCs carry each tag. A POC with several tags counts in each of them.",
    .month_note = "How many POCs were created in each month, in the time zone {}.",
    .cross_note = "Each row adds up its own POCs; {} have columns of their own.",
    .summary = "Summary",
    .count = "Count",
    .chart_of = "Chart",
    .cover_art = "A spiral of {} dots, one for each POC, in the colour of its language.",
    .cover_art_one = "One dot in the middle: the only POC, in the colour of its language.",
    .cover_art_for = "A spiral of {} dots, each for {} POCs, in the colour of the first one's language.",
    .year = "Year",
    .figure_first = "{}: {} has the most, {}. The table below holds every value.",
    .figure_tied = "{}: {} have the most, {} each. The table below holds every value.",
    .and_more = "and {} more",
    .used_once = "In one POC each ({})"};

}  // namespace

const Texts& texts(Locale locale) {
  return locale == Locale::pt_br ? portuguese : english;
}

std::string_view heading(const Texts& texts, ReportGrouping kind) {
  switch (kind) {
    case ReportGrouping::language:
      return texts.by_language;
    case ReportGrouping::tag:
      return texts.by_tag;
    case ReportGrouping::month:
      return texts.by_month;
  }
  unreachable();
}

std::string_view kind_name(const Texts& texts, ReportGrouping kind) {
  switch (kind) {
    case ReportGrouping::language:
      return texts.language;
    case ReportGrouping::tag:
      return texts.tag;
    case ReportGrouping::month:
      return texts.month;
  }
  unreachable();
}

std::string cross_heading(const Texts& texts, ReportGrouping rows, ReportGrouping columns) {
  const auto second = std::string(kind_name(texts, columns));
  auto lower = second;
  lower[0] = static_cast<char>(lower[0] | 0x20);  // their first characters are ASCII
  return fmt::format(fmt::runtime(texts.across), kind_name(texts, rows), lower);
}

std::string group_name(const ReportModel& model, ReportGrouping kind, const Group& group) {
  const auto& words = texts(model.locale());
  if (kind == ReportGrouping::month) {
    return locale::short_month_of(model.locale(), year_of(group.month), month_in_year(group.month));
  }
  const bool language = kind == ReportGrouping::language;
  if (group.word == no_word) return std::string(language ? words.no_language : words.no_tag);
  return std::string((language ? model.collection.languages() : model.collection.tag_names())[group.word]);
}

std::string period_text(const ReportModel& model) {
  const auto from = first_day(model.order, model.collection.zone());
  const auto to = last_day(model.order, model.collection.zone());
  return fmt::format("{} – {}", locale::date(model.locale(), from), locale::date(model.locale(), to));
}

std::array<NumberAndWord, 4> four_numbers(const ReportModel& model) {
  const auto& words = texts(model.locale());
  const auto& numbers = model.numbers;
  const auto of = [](std::uint32_t value, std::string_view one, std::string_view many) {
    return NumberAndWord{value, value == 1 ? one : many};
  };
  return {of(numbers.pocs, words.poc, words.pocs), of(numbers.languages, words.language_one, words.languages),
          of(numbers.tags, words.tag_one, words.tags),
          of(numbers.active_days, words.active_day, words.active_days)};
}

std::string others_text(const Texts& texts, Locale locale, std::size_t count) {
  return fmt::format("{} ({})", count == 1 ? texts.other : texts.others,
                     locale::number(locale, static_cast<std::int64_t>(count)));
}

std::string count_text(const Texts& texts, Locale locale, std::uint32_t pocs) {
  return fmt::format("{} {}", locale::number(locale, pocs), pocs == 1 ? texts.poc : texts.pocs);
}

locale::LocalTime day_of(std::int32_t days_since_1970) {
  using namespace std::chrono;
  const sys_days day{days(days_since_1970)};
  const year_month_day date(day);
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .weekday = static_cast<int>(weekday(day).c_encoding())};
}

}  // namespace mrbill::content::report
