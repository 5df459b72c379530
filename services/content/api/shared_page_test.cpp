#include "api/shared_page.hpp"

#include <gtest/gtest.h>

namespace mrbill::content {
namespace {

const ShareLinks links("https://mrbill.example", "token");

contract::content::SharedVideo film() {
  return {.title = "Meu ano",
          .description = "Tudo.",
          .person_name = "Ana Souza",
          .image_url = links.picture(),
          .video_url = links.film(),
          .duration_seconds = 60,
          .width = 1920,
          .height = 1080,
          .captions = {{contract::content::Locale::pt_br, links.captions(Locale::pt_br)}},
          .open_graph = {{"og:title", "Meu ano"}, {"og:description", "Tudo."}}};
}

TEST(SharedPage, shows_the_film_with_captions_and_whose_it_is) {
  const auto page = film_page(film(), links, Locale::pt_br);
  for (const auto* part :
       {"<title>Meu ano \u00b7 Ana Souza</title>", "property=\"og:title\" content=\"Meu ano\"",
        "name=\"twitter:card\" content=\"summary_large_image\"", "Um filme de <strong>Ana Souza</strong>",
        "poster=\"https://mrbill.example/s/token/poster.jpg\"",
        "<source src=\"https://mrbill.example/s/token/film.mp4\" type=\"video/mp4\">",
        "<track kind=\"captions\" srclang=\"pt-BR\" label=\"Portugu\u00eas\"",
        "O Mr Bill guarda as provas de conceito", "<a href=\"/\">Conhe\u00e7a o Mr Bill</a>"})
    EXPECT_NE(page.body.find(part), std::string::npos) << part << "\n" << page.body;
  EXPECT_EQ(page.body.find("<script"), std::string::npos);
}

TEST(SharedPage, has_the_words_beside_a_film_that_is_higher_than_wide) {
  EXPECT_EQ(film_page(film(), links, Locale::en).body.find("<main class=\"tall\">"), std::string::npos);
  auto high = film();
  std::swap(high.width, high.height);
  EXPECT_NE(film_page(high, links, Locale::en).body.find("<main class=\"tall\">"), std::string::npos);
}

TEST(SharedPage, has_room_for_the_film_before_it_is_loaded_and_a_poster_of_its_shape) {
  EXPECT_NE(film_page(film(), links, Locale::en).body.find("style=\"aspect-ratio:1920/1080\""),
            std::string::npos);
  Render render;
  render.width = 1080;
  render.height = 1920;
  EXPECT_EQ(key_of_shared("poster.jpg", UserId{}, render), story_key(UserId{}, render));
  render.width = 1920;
  render.height = 1080;
  EXPECT_EQ(key_of_shared("poster.jpg", UserId{}, render), poster_key(UserId{}, render));
}

TEST(SharedPage, holds_what_people_wrote_as_text) {
  auto bold = film();
  bold.title = R"(<b>"ano" & 'tudo'</b>)";
  bold.person_name = "<i>Ana</i>";
  bold.description = "</p><script>alert(1)</script>";
  bold.open_graph = {{"og:title", bold.title}};
  const auto page = film_page(bold, links, Locale::en);
  for (const auto* tag : {"<b>", "<i>", "<script"})
    EXPECT_EQ(page.body.find(tag), std::string::npos) << page.body;
}

TEST(SharedPage, is_small_whatever_it_holds) {
  auto long_one = film();
  long_one.title = std::string(100, '"');
  long_one.person_name = std::string(100, '"');
  long_one.description = std::string(2'000, '"');
  long_one.open_graph = {{"og:title", long_one.title},
                         {"og:description", std::string(200, '"')},
                         {"og:image:alt", long_one.title},
                         {"og:url", links.page()}};
  EXPECT_LE(film_page(long_one, links, Locale::pt_br).body.size(), std::size_t{30} * 1024);
}

}  // namespace
}  // namespace mrbill::content
