#include <algorithm>
#include <array>

#include <http/ascii.hpp>
#include <http/media_type.hpp>
#include <http/page.hpp>
#include <http/page_words.hpp>
#include <http/problem.hpp>
#include <http/problem_page.hpp>
#include <json/parse.hpp>
#include <locales/accept_language.hpp>

namespace mrbill::http {

namespace {

// Of the problem's own fields these say nothing about a page.
constexpr std::array<std::string_view, 3> replaced{"Content-Type", "Content-Language", "Cache-Control"};

bool lies_under(std::string_view path, std::string_view address) {
  return path.starts_with(address) && (path.size() == address.size() || path[address.size()] == '/');
}

// What a range of Accept weighs, in thousandths; a malformed weight is none.
int weight_in(std::string_view parameters) {
  while (!parameters.empty()) {
    parameters.remove_prefix(1);
    const auto parameter = ascii::trimmed(parameters.substr(0, parameters.find(';')));
    parameters.remove_prefix(std::min(parameters.find(';'), parameters.size()));
    if (parameter.starts_with("q=") || parameter.starts_with("Q="))
      return locales::weight_of(parameter.substr(2)).value_or(0);
  }
  return 1000;
}

bool takes_html(std::string_view accept) {
  bool takes = false;
  ascii::for_each_element(accept, [&](std::string_view range) {
    if (!ascii::equal_without_case(essence_of(range), "text/html")) return;
    takes = weight_in(range.substr(std::min(range.find(';'), range.size()))) > 0;
  });
  return takes;
}

std::string detail_of(const Response& problem) {
  json::Errors errors;
  json::Memory memory;
  const auto document = json::parse(problem.body, memory, errors);
  const auto* object = document ? document->object() : nullptr;
  const auto* detail = object != nullptr ? json::find(*object, "detail") : nullptr;
  return std::string(detail != nullptr && detail->string() != nullptr ? *detail->string()
                                                                      : std::string_view());
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
  const auto& words = page_words(language);
  auto text = detail_of(problem);
  if (passes_soon(problem.status)) text.append(" ").append(words.reload);
  auto shown = page(problem.status, language, page_title_of(problem.status, words),
                    page_text(text) + page_way_on("/", words.to_start));
  for (const auto& [name, value] : problem.headers) {
    const bool is_own =
        std::ranges::any_of(replaced, [&](auto field) { return ascii::equal_without_case(field, name); });
    if (!is_own) shown.headers.add(name, value);
  }
  problem = std::move(shown);
}

}  // namespace mrbill::http
