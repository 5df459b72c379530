// What every Sharing promises. A world gives sharing(), run(task), name(caller, full_name) and
// add(caller, id, kind): a film of the caller's, finished with private POCs in it or still at work.
#pragma once

#include <chrono>

#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/seeded_random.hpp>

#include "ports/sharing.hpp"

namespace mrbill::content {

enum class FilmIs : std::uint8_t { finished, at_work };
inline constexpr int private_pocs_of_films = 3;

template <class World>
class SharingContract : public ::testing::Test {
 protected:
  Caller somebody() { return {TenantId{id()}, UserId{id()}}; }
  RequestId film(const Caller& caller, FilmIs kind = FilmIs::finished) {
    const RequestId film{id()};
    world_.add(caller, film, kind);
    return film;
  }
  NewShare link() { return {id(), sha256(id().to_string()), clock_.now()}; }
  Result<void, ShareError> share(const Caller& caller, RequestId film, NewShare link) {
    return world_.run(world_.sharing().share(caller, film, link));
  }
  Result<KnownShare, KnownShareError> known(const Caller& caller, RequestId film) {
    return world_.run(world_.sharing().known(caller, film));
  }
  bool unshare(const Caller& caller, RequestId film) {
    return world_.run(world_.sharing().unshare(caller, film));
  }
  std::optional<SharedFilm> find(const NewShare& link) {
    return world_.run(world_.sharing().find(link.token_hash));
  }
  std::optional<int> private_pocs(const Caller& caller, RequestId film) {
    return world_.run(world_.sharing().private_pocs(caller, film));
  }
  Uuid id() { return new_uuid(clock_, random_); }

  testing::ManualClock clock_;
  testing::SeededRandom random_{
      static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count())};
  World world_;
};
TYPED_TEST_SUITE_P(SharingContract);

TYPED_TEST_P(SharingContract, shows_the_film_to_whoever_has_its_token) {
  const auto ana = this->somebody();
  this->world_.name(ana, "Ana Souza");
  const auto film = this->film(ana);
  const auto link = this->link();
  ASSERT_TRUE(this->share(ana, film, link));
  const auto shown = this->find(link);
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->owner, ana.user);
  EXPECT_EQ(shown->request.id, film);
  EXPECT_TRUE(shown->request.render);
  EXPECT_EQ(shown->person_name, "Ana Souza");
  EXPECT_FALSE(this->find(this->link()));
}

TYPED_TEST_P(SharingContract, has_one_link_to_a_film_the_last) {
  const auto ana = this->somebody();
  const auto film = this->film(ana);
  EXPECT_EQ(this->known(ana, film).error(), KnownShareError::not_shared);
  const auto first = this->link();
  const auto second = this->link();
  ASSERT_TRUE(this->share(ana, film, first));
  ASSERT_TRUE(this->share(ana, film, second));
  EXPECT_FALSE(this->find(first));
  EXPECT_TRUE(this->find(second));
  EXPECT_EQ(this->known(ana, film)->id, second.id);
  EXPECT_EQ(this->known(ana, film)->created_at, second.created_at);
}

TYPED_TEST_P(SharingContract, ends_when_its_owner_says_so) {
  const auto ana = this->somebody();
  const auto film = this->film(ana);
  const auto link = this->link();
  ASSERT_TRUE(this->share(ana, film, link));
  EXPECT_TRUE(this->unshare(ana, film));
  EXPECT_FALSE(this->find(link));
  EXPECT_EQ(this->known(ana, film).error(), KnownShareError::not_shared);
  EXPECT_TRUE(this->unshare(ana, film)) << "not shared is fine";
}

TYPED_TEST_P(SharingContract, takes_no_film_that_is_still_at_work) {
  const auto ana = this->somebody();
  const auto film = this->film(ana, FilmIs::at_work);
  EXPECT_EQ(this->share(ana, film, this->link()).error(), ShareError::not_completed);
  EXPECT_EQ(this->private_pocs(ana, film), std::nullopt);
  EXPECT_EQ(this->known(ana, film).error(), KnownShareError::not_shared);
}

TYPED_TEST_P(SharingContract, counts_the_private_pocs_that_a_film_names) {
  const auto ana = this->somebody();
  EXPECT_EQ(this->private_pocs(ana, this->film(ana)), private_pocs_of_films);
}

TYPED_TEST_P(SharingContract, knows_a_film_to_its_owner_alone) {
  const auto ana = this->somebody();
  auto colleague = this->somebody();
  colleague.tenant = ana.tenant;
  auto elsewhere = this->somebody();
  elsewhere.user = ana.user;
  const auto film = this->film(ana);
  const auto link = this->link();
  ASSERT_TRUE(this->share(ana, film, link));
  for (const auto& other : {colleague, elsewhere}) {
    EXPECT_EQ(this->share(other, film, this->link()).error(), ShareError::not_found);
    EXPECT_EQ(this->known(other, film).error(), KnownShareError::not_found);
    EXPECT_EQ(this->private_pocs(other, film), std::nullopt);
    EXPECT_FALSE(this->unshare(other, film));
  }
  EXPECT_TRUE(this->find(link));
}

REGISTER_TYPED_TEST_SUITE_P(SharingContract, shows_the_film_to_whoever_has_its_token,
                            has_one_link_to_a_film_the_last, ends_when_its_owner_says_so,
                            takes_no_film_that_is_still_at_work, counts_the_private_pocs_that_a_film_names,
                            knows_a_film_to_its_owner_alone);

}  // namespace mrbill::content
