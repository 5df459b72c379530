#include "render/video/scenes/race.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mrbill::content::video {
namespace {

double value_at(const Language& language, double step) {
  auto last = static_cast<int>(language.by_step.size()) - 1;
  int whole = std::clamp(static_cast<int>(std::floor(step)), -1, last);
  double before = whole < 0 ? 0 : language.by_step[static_cast<std::size_t>(whole)];
  double after = language.by_step[static_cast<std::size_t>(std::min(whole + 1, last))];
  return before + (after - before) * (step - std::floor(step));
}

std::vector<double> places_at(const Manifest& facts, double step) {
  std::vector<int> order(facts.languages.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<double> values;
  for (const auto& language : facts.languages) values.push_back(value_at(language, std::round(step * 2) / 2));
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    double one = values[static_cast<std::size_t>(a)], other = values[static_cast<std::size_t>(b)];
    return one != other ? one > other : a < b;
  });
  std::vector<double> places(order.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    places[static_cast<std::size_t>(order[i])] = static_cast<double>(i);
  return places;
}

}  // namespace

std::vector<Runner> race_at(const Manifest& facts, double share, int shown) {
  double step = std::clamp(share, 0.0, 1.0) * facts.race_steps - 1;
  std::vector<Runner> runners;
  std::vector<double> mean(facts.languages.size());
  constexpr double offsets[] = {-1.0, -0.75, -0.5, -0.25, 0};
  double weights = 0;
  for (double offset : offsets) {
    double weight = share >= 1 ? (offset == 0 ? 1 : 0) : 1;
    auto places = places_at(facts, step + offset);
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += places[i] * weight;
    weights += weight;
  }
  for (std::size_t i = 0; i < facts.languages.size(); ++i)
    if (mean[i] / weights < shown && value_at(facts.languages[i], step) >= 0.5)
      runners.push_back({static_cast<int>(i), value_at(facts.languages[i], step), mean[i] / weights});
  return runners;
}

}  // namespace mrbill::content::video
