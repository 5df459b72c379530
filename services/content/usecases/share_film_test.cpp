#include "usecases/share_film.hpp"

#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/run.hpp>
#include <testing/seeded_random.hpp>

#include "adapters/memory/memory_sharing.hpp"

namespace mrbill::content {
namespace {

class ShareFilmTest : public ::testing::Test {
 protected:
  testing::ManualClock clock;
  testing::SeededRandom random;
  MemorySharing films;
  const ShareTokens tokens{Sha256{1}};
  ShareFilm share{films, tokens, clock, random};
  ReadShareLink read{films, tokens};
  const Caller ana{};
  const RequestId film{};

  ShareFilmTest() { finished_with(0); }
  void finished_with(int private_pocs) {
    Request request;
    request.id = film;
    request.status = Status::completed;
    request.render.emplace().private_pocs = private_pocs;
    films.add(ana, std::move(request));
  }
  Result<ShareLink, ShareFilmError> with(std::optional<int> confirmed) {
    return testing::run(share(ana, film, confirmed));
  }
};

}  // namespace

TEST_F(ShareFilmTest, asks_nothing_about_a_film_that_names_no_private_poc) {
  EXPECT_TRUE(with(std::nullopt));
  EXPECT_EQ(films.shared, 1);
}

TEST_F(ShareFilmTest, says_how_many_private_pocs_a_film_names_and_wants_their_number_confirmed) {
  finished_with(3);
  for (const std::optional<int> confirmed : {std::optional<int>(), std::optional(0), std::optional(2)}) {
    const auto refused = with(confirmed);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ShareFilmError::private_pocs_named);
    EXPECT_EQ(refused.error().private_pocs, 3);
  }
  EXPECT_EQ(films.shared, 0);
  EXPECT_TRUE(with(3));
}

TEST_F(ShareFilmTest, reads_the_link_again_and_says_where_there_is_none) {
  EXPECT_EQ(testing::run(read(ana, film)).error(), ReadShareLinkError::not_shared);
  const auto made = with(std::nullopt);
  ASSERT_TRUE(made);
  EXPECT_EQ(testing::run(read(ana, film))->token, made->token);
}

TEST_F(ShareFilmTest, says_of_an_unfinished_film_that_it_is_not_finished) {
  Request at_work;
  at_work.id = film;
  films.add(ana, std::move(at_work));
  const auto refused = with(std::nullopt);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ShareFilmError::not_completed);
}

}  // namespace mrbill::content
