#include "usecases/share_film.hpp"

#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/run.hpp>
#include <testing/seeded_random.hpp>

namespace mrbill::content {
namespace {

// One finished film.
class OneFilm final : public Sharing {
 public:
  Task<std::optional<int>> private_pocs(Caller, RequestId) override { co_return named; }
  Task<Result<void, ShareError>> share(Caller, RequestId, NewShare made) override {
    if (!named) co_return fail(ShareError::not_completed);
    ++shared;
    link = KnownShare{made.id, made.created_at};
    co_return Result<void, ShareError>{};
  }
  Task<Result<KnownShare, ShareError>> known(Caller, RequestId) override {
    if (!link) co_return fail(ShareError::not_shared);
    co_return *link;
  }
  Task<bool> unshare(Caller, RequestId) override { co_return true; }
  Task<std::optional<SharedFilm>> find(Sha256) override { co_return std::nullopt; }

  std::optional<int> named = 0;
  int shared = 0;
  std::optional<KnownShare> link = {};
};

class ShareFilmTest : public ::testing::Test {
 protected:
  testing::ManualClock clock;
  testing::SeededRandom random;
  OneFilm film;
  const ShareTokens tokens{Sha256{1}};
  ShareFilm share{film, tokens, clock, random};
  ReadShareLink read{film, tokens};

  Result<ShareLink, Refusal> with(std::optional<int> confirmed) {
    return testing::run(share(Caller{}, RequestId{}, confirmed));
  }
};

}  // namespace

TEST_F(ShareFilmTest, asks_nothing_about_a_film_that_names_no_private_poc) {
  EXPECT_TRUE(with(std::nullopt));
  EXPECT_EQ(film.shared, 1);
}

TEST_F(ShareFilmTest, says_how_many_private_pocs_a_film_names_and_wants_their_number_confirmed) {
  film.named = 3;
  for (const std::optional<int> confirmed : {std::optional<int>(), std::optional(0), std::optional(2)}) {
    const auto refused = with(confirmed);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::private_pocs_named);
    EXPECT_EQ(refused.error().private_pocs, 3);
  }
  EXPECT_EQ(film.shared, 0);
  EXPECT_TRUE(with(3));
}

TEST_F(ShareFilmTest, reads_the_link_again_and_says_where_there_is_none) {
  EXPECT_EQ(testing::run(read(Caller{}, RequestId{})).error().code, RefusalCode::not_shared);
  const auto made = with(std::nullopt);
  ASSERT_TRUE(made);
  EXPECT_EQ(testing::run(read(Caller{}, RequestId{}))->token, made->token);
}

TEST_F(ShareFilmTest, says_of_an_unfinished_film_that_it_is_not_finished) {
  film.named.reset();
  const auto refused = with(std::nullopt);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, RefusalCode::not_completed);
}

}  // namespace mrbill::content
