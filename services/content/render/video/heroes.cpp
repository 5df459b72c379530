#include "render/video/heroes.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include <text/text.hpp>

namespace mrbill::content::video {
namespace {

constexpr std::size_t max_heroes = 16;

double merit(const Poc& poc) {
  double points = poc.favourite ? 6 : 0;
  auto letters = static_cast<double>(text::code_points(poc.description));
  if (letters > 0) points += 3 + std::min(2.0, letters / 60);
  points += std::min<double>(5, static_cast<double>(poc.tags.size())) * 0.25;
  points += std::min<double>(4, static_cast<double>(poc.frameworks.size())) * 0.4;
  auto worked = std::chrono::duration<double>(poc.updated_at - poc.created_at).count() / 86400;
  points += std::min(2.0, worked / 60);
  auto name = text::code_points(poc.name);
  if (name < 4 || name > 40) points -= 1;  // says little, or does not fit
  return points;
}

Hero hero_of(const Poc& poc, std::size_t index, const locale::Zone& zone) {
  auto time = zone.local(poc.created_at);
  Hero hero{.poc = static_cast<int>(index),
            .name = poc.name,
            .description = poc.description,
            .address = poc.address,
            .language = poc.language,
            .colour = colour_of_language(poc.language),
            .tags = poc.tags,
            .favourite = poc.favourite,
            .day = day_of(time.year, time.month, time.day)};
  return hero;
}

}  // namespace

std::vector<Hero> heroes_of(const Source& source, const locale::Zone& zone) {
  std::vector<const Poc*> named;
  std::vector<double> points;
  for (const auto& poc : source.pocs) {
    if (!poc.named()) continue;
    named.push_back(&poc);
    points.push_back(merit(poc));
  }
  std::vector<Hero> heroes;
  std::map<std::string, int> shown;  // by language
  std::vector<bool> taken(named.size());
  while (heroes.size() < std::min(max_heroes, named.size())) {
    std::size_t best = named.size();
    double most = 0;
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (taken[i]) continue;
      auto again = shown.find(named[i]->language);
      double worth = points[i] - 1.2 * (again == shown.end() ? 0 : again->second);
      if (best == named.size() || worth > most) best = i, most = worth;
    }
    taken[best] = true;
    ++shown[named[best]->language];
    heroes.push_back(hero_of(*named[best], best, zone));
  }
  return heroes;
}

}  // namespace mrbill::content::video
