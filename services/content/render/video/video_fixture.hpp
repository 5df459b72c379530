// Orders and POCs of our own, for tests of films.
#pragma once

#include <chrono>

#include "render/video/production.hpp"

namespace mrbill::content::video {

inline Timestamp at(int year, unsigned month, unsigned day, int hour = 12) {
  return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}} +
         std::chrono::hours{hour};
}

// POCs spread over a year, in several languages, every third with a description.
inline std::vector<Poc> some_pocs(int count) {
  constexpr const char* languages[] = {"Go", "Rust", "Python", "C++", "TypeScript", "Java", "Zig", "Elixir"};
  constexpr const char* tags[] = {"kafka", "streams", "web", "api", "cli", "graphics", "search"};
  std::vector<Poc> pocs;
  for (int i = 0; i < count; ++i) {
    Poc poc;
    poc.id.bytes[15] = static_cast<std::uint8_t>(i);
    poc.id.bytes[14] = static_cast<std::uint8_t>(i >> 8);
    poc.name = "poc-number-" + std::to_string(i);
    if (i % 3 == 0) poc.description = "It does one thing, and it does it well enough to be shown.";
    poc.language = languages[(i * i) % 8];
    poc.tags = {tags[i % 7], tags[(i + 1) % 7]};
    if (i % 2 == 0) poc.frameworks = {i % 4 == 0 ? "Spring Boot" : "React"};
    poc.created_at =
        at(2025, 1, 1) + std::chrono::minutes{static_cast<long>(525000.0 * i / std::max(1, count))};
    poc.updated_at = poc.created_at;
    pocs.push_back(std::move(poc));
  }
  return pocs;
}

// Names that are long, of many scripts, or pictures, and five POCs without one.
inline std::vector<Poc> awkward_pocs() {
  auto pocs = some_pocs(30);
  const char* names[] = {"مكتبة الشبكات العصبية السريعة جدا",
                         "東京の天気を予測する機械学習サービスの実験プロジェクト",
                         "🚀🔥👩‍👩‍👧‍👦🏳️‍🌈",
                         "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                         "an eighty character title that goes on and on about a proof of concept of things"};
  for (std::size_t i = 0; i < std::size(names); ++i) {
    pocs[i].name = names[i];
    pocs[i].favourite = true;
    pocs[i].tags = {names[i], "x"};
    pocs[i].description = i % 2 == 0 ? std::string(300, 'w') : "";
  }
  for (std::size_t i = 25; i < pocs.size(); ++i) pocs[i].name.clear();  // private ones, counted
  return pocs;
}

inline contract::rendering::VideoOrder an_order(std::string style = "poster", int seconds = 60) {
  contract::rendering::VideoOrder order;
  order.person = {"Ana Souza", "Acme", Locale::pt_br, "America/Sao_Paulo"};
  order.from_date = at(2025, 1, 1, 3);
  order.to_date = at(2026, 1, 1, 3);
  order.style = std::move(style);
  order.seconds = seconds;
  return order;
}

// The words of a picture, as they are read.
inline std::vector<const canvas::Command*> words_in(const canvas::Picture& picture) {
  std::vector<const canvas::Command*> words;
  for (const auto& command : picture.commands())
    if (std::holds_alternative<canvas::Words>(command.what)) words.push_back(&command);
  return words;
}

inline std::unique_ptr<Production> a_film(const contract::rendering::VideoOrder& order, std::vector<Poc> pocs,
                                          int shorter = 360) {
  return *Production::make(order, std::move(pocs), shorter);
}

}  // namespace mrbill::content::video
