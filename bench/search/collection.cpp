#include "collection.hpp"

#include <array>

#include <fmt/format.h>

namespace mrbill::catalog::bench {

namespace {

constexpr std::array languages{"Java",       "C++",    "Go",    "Rust", "Python",
                               "TypeScript", "Kotlin", "Scala", "Zig",  "Ruby"};
constexpr std::array frameworks{"Spring Boot", "React",  "Docker", "Tokio",
                                "Boost.Asio",  "Django", "Gin",    "Akka"};
constexpr std::array beginnings{"ka",  "re",   "ser", "mi",    "cro", "data",
                                "web", "sock", "ten", "graph", "lam", "event"};
constexpr std::array middles{"",     "fka",  "act",   "vice",  "stream", "cach",
                             "mesh", "base", "queue", "shard", "lock",   "vec"};
constexpr std::array endings{"", "er", "ing", "s", "ly", "or", "ify", "ware", "lite", "kit", "hub", "db"};
constexpr auto birthday = std::chrono::sys_days{std::chrono::year{2020} / 1 / 1};

std::vector<std::string> vocabulary() {
  std::vector<std::string> words;
  for (const auto* beginning : beginnings) {
    for (const auto* middle : middles) {
      for (const auto* ending : endings) words.push_back(fmt::format("{}{}{}", beginning, middle, ending));
    }
  }
  return words;
}

std::discrete_distribution<std::size_t> zipf(std::size_t size) {
  std::vector<double> weights;
  for (std::size_t rank = 1; rank <= size; ++rank) weights.push_back(1.0 / static_cast<double>(rank));
  return {weights.begin(), weights.end()};
}

template <class T>
T numbered(std::uint8_t kind, std::uint64_t number) {
  T id;
  id.uuid.bytes[0] = kind;
  for (std::size_t i = 0; i < 8; ++i)
    id.uuid.bytes[8 + i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
  return id;
}

}  // namespace

Collection::Collection(int pocs, int tenants, std::uint32_t seed)
    : per_tenant_(pocs / tenants),
      tenants_(tenants),
      seed_(seed),
      words_(vocabulary()),
      zipf_(zipf(words_.size())) {}

Caller Collection::caller(int tenant) const {
  Caller caller;
  caller.tenant = numbered<TenantId>(1, static_cast<std::uint64_t>(tenant));
  caller.user = numbered<UserId>(2, static_cast<std::uint64_t>(tenant));
  return caller;
}

std::string Collection::sentence(std::mt19937& random, int words) const {
  std::string text;
  for (int i = 0; i < words; ++i) {
    if (i > 0) text += ' ';
    text += words_[zipf_(random)];
  }
  return text;
}

std::vector<Poc> Collection::pocs_of(int tenant) const {
  std::mt19937 random(seed_ + static_cast<std::uint32_t>(tenant));
  const auto owner = caller(tenant);
  std::vector<Poc> pocs;
  for (int i = 0; i < per_tenant_; ++i) {
    Poc poc;
    poc.id = numbered<PocId>(3, static_cast<std::uint64_t>(tenant) * static_cast<std::uint64_t>(per_tenant_) +
                                    static_cast<std::uint64_t>(i));
    poc.tenant = owner.tenant;
    poc.creator = owner.user;
    poc.content.name = sentence(random, 3);
    poc.content.description = sentence(random, 12);
    poc.content.language = languages[random() % languages.size()];
    poc.content.tags = {words_[zipf_(random)], fmt::format("tag{}", random() % 50)};
    poc.content.frameworks = {frameworks[random() % frameworks.size()]};
    poc.content.is_public = true;
    poc.created_at = birthday + std::chrono::minutes(random() % 3'000'000);
    poc.updated_at = poc.created_at;
    poc.change_seq = i + 1;
    pocs.push_back(std::move(poc));
  }
  return pocs;
}

std::string Collection::question(int tenant, std::mt19937& random) const {
  const auto pocs = pocs_of(tenant);
  const auto& name = pocs[random() % pocs.size()].content.name;
  const auto cut = name.find(' ', name.find(' ') + 1);
  return name.substr(0, cut);
}

}  // namespace mrbill::catalog::bench
