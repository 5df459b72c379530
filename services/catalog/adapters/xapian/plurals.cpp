#include "adapters/xapian/plurals.hpp"

#include <algorithm>
#include <array>

namespace mrbill::catalog {

namespace {

constexpr std::size_t shortest_plural = 4;  // letters
constexpr std::size_t shortest_singular = 3;

struct Ending {
  std::string_view plural;
  std::string_view singular;
};
// Beside the plain s.
constexpr std::array<Ending, 21> endings{{{"oes", "ao"},  // declarações, versões
                                          {"aes", "ao"},  // cães
                                          {"ais", "al"},  // canais
                                          {"eis", "el"},  // níveis
                                          {"eis", "il"},  // fáceis
                                          {"ois", "ol"},  // lençóis
                                          {"uis", "ul"},  // azuis
                                          {"is", "il"},   // perfis
                                          {"ns", "m"},    // imagens
                                          {"res", "r"},   // servidores
                                          {"zes", "z"},   // vezes
                                          {"ses", "s"},   // meses, classes
                                          {"xes", "x"},   // boxes
                                          {"ches", "ch"}, {"shes", "sh"}, {"oes", "o"},  // heroes
                                          {"ies", "y"},   {"ves", "f"},   {"ves", "fe"},
                                          {"nes", "n"},    // abdômenes
                                          {"les", "l"}}};  // males

bool is_plain(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::vector<std::string> singulars_of(std::string_view word) {
  std::vector<std::string> singulars;
  const bool may_be = word.size() >= shortest_plural && word.ends_with('s') && !word.ends_with("ss");
  if (!may_be || !is_plain(word)) return singulars;
  singulars.emplace_back(word.substr(0, word.size() - 1));
  for (const auto& ending : endings) {
    if (!word.ends_with(ending.plural)) continue;
    auto singular = std::string(word.substr(0, word.size() - ending.plural.size())) += ending.singular;
    const bool known = std::ranges::find(singulars, singular) != singulars.end();
    if (singular.size() >= shortest_singular && !known) singulars.push_back(std::move(singular));
  }
  return singulars;
}

}  // namespace mrbill::catalog
