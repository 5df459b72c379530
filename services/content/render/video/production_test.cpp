// What is taken from an order's file.
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

using contract::rendering::PocFacts;

class OrderOnDisk : public ::testing::Test {
 protected:
  ~OrderOnDisk() override { std::filesystem::remove(file_); }
  std::vector<Hero> heroes_of(const std::vector<PocFacts>& pocs) {
    std::ofstream file(file_);
    file << to_json(an_order()) << '\n';
    for (const auto& poc : pocs) file << to_json(poc) << '\n';
    file.close();
    const auto film = Production::prepare(file_, 360);
    return film ? (*film)->script().facts.heroes : std::vector<Hero>{};
  }
  static PocFacts poc(std::string name, std::string url, bool is_public) {
    return {.name = std::move(name),
            .repository_url = std::move(url),
            .is_public = is_public,
            .created_at = at(2025, 3, 1),
            .updated_at = at(2025, 3, 1)};
  }
  std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / ("order_on_disk_test_" + std::to_string(::getpid()));
};

TEST_F(OrderOnDisk, tells_where_a_public_poc_lives_and_nothing_of_a_private_one) {
  const auto heroes = heroes_of({poc("open", "https://example.org/ana/open", true),
                                 poc("secret", "https://git.acme.internal/x", false)});
  ASSERT_EQ(heroes.size(), 2U);
  for (const auto& hero : heroes) EXPECT_EQ(hero.address, hero.name == "open" ? "example.org/ana/open" : "");
}

}  // namespace
}  // namespace mrbill::content::video
