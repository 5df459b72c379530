#include <algorithm>
#include <array>

#include <http/ascii.hpp>
#include <http/media_type.hpp>
#include <http/page.hpp>
#include <http/problem.hpp>
#include <http/problem_page.hpp>
#include <json/parse.hpp>

namespace mrbill::http {

namespace {

struct Words {
  std::string_view later, nothing_here, not_possible;  // titles
  std::string_view reload, to_start;                   // next steps
};
constexpr Words english{.later = "That did not work just now",
                        .nothing_here = "There is nothing here",
                        .not_possible = "That cannot be done here",
                        .reload = "Load this page again in a moment.",
                        .to_start = "To Mr Bill"};
constexpr Words portuguese{.later = "Não deu certo desta vez",
                           .nothing_here = "Não há nada aqui",
                           .not_possible = "Não dá para fazer isso aqui",
                           .reload = "Recarregue esta página daqui a pouco.",
                           .to_start = "Ir para o Mr Bill"};

// Of the problem's own fields these say nothing about a page.
constexpr std::array<std::string_view, 3> replaced{"Content-Type", "Content-Language", "Cache-Control"};

bool lies_under(std::string_view path, std::string_view address) {
  return path.starts_with(address) && (path.size() == address.size() || path[address.size()] == '/');
}

bool takes_html(std::string_view accept) {
  bool takes = false;
  ascii::for_each_element(accept, [&](std::string_view range) {
    const auto semicolon = std::min(range.find(';'), range.size());
    if (!ascii::equal_without_case(ascii::trimmed(range.substr(0, semicolon)), "text/html")) return;
    const auto parameters = range.substr(semicolon);
    const auto weight = parameters.find("q=");
    takes = weight == std::string_view::npos ||
            parameters.find_first_of("123456789", weight) != std::string_view::npos;
  });
  return takes;
}

std::string detail_of(const Response& problem) {
  json::Errors errors;
  auto document = json::parse(problem.body, errors);
  auto* object = document ? document->object() : nullptr;
  const auto* detail = object != nullptr ? json::find(*object, "detail") : nullptr;
  return detail != nullptr && detail->string() != nullptr ? *detail->string() : std::string();
}

}  // namespace

bool wants_page(const Request& request, const Pages& pages) {
  const auto lies_here = [&](const auto& address) { return lies_under(request.path, address); };
  if (std::ranges::none_of(pages.addresses, lies_here)) return false;
  const bool sends_nothing = request.headers.get_or("Content-Type", "").empty();
  return sends_nothing ? takes_html(request.headers.get_or("Accept", "")) : is_form(request);
}

void show_as_page(Response& problem, std::string_view language) {
  if (problem.headers.get_or("Content-Type", "") != problem_media_type) return;
  const auto& words = language == "en" ? english : portuguese;
  const auto status = problem.status;
  const bool is_over_soon = status == 408 || status == 429 || status >= 500;
  auto text = detail_of(problem);
  if (is_over_soon) text.append(" ").append(words.reload);
  const auto title = is_over_soon ? words.later : status == 404 ? words.nothing_here : words.not_possible;
  auto shown = page(status, language, title, page_text(text) + page_way_on("/", words.to_start));
  for (const auto& [name, value] : problem.headers) {
    const bool is_own =
        std::ranges::any_of(replaced, [&](auto field) { return ascii::equal_without_case(field, name); });
    if (!is_own) shown.headers.add(name, value);
  }
  problem = std::move(shown);
}

}  // namespace mrbill::http
