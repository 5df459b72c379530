#include "usecases/change_pocs.hpp"

#include "usecases/delete_poc.hpp"
#include "usecases/usecase_fixture.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;

class ChangePocsTest : public UseCaseTest {
 protected:
  using Answer = Result<std::vector<BulkAnswer>, ChangePocsError>;

  Answer change(const Caller& caller, BulkAction action, std::vector<SeenPoc> pocs,
                std::vector<std::string> tags = {}, std::optional<IdempotencyKey> key = {}) {
    ChangePocs change_pocs(catalog, catalog, clock);
    return testing::run(change_pocs(caller, {action, std::move(tags), std::move(pocs)}, std::move(key)));
  }
  std::vector<BulkAnswer> changed(const Caller& caller, BulkAction action, std::vector<SeenPoc> pocs,
                                  std::vector<std::string> tags = {}) {
    return change(caller, action, std::move(pocs), std::move(tags)).value();
  }
  static SeenPoc seen(const Poc& poc) { return {poc.id, poc.change_seq}; }
  Poc now(const Poc& poc) {
    return testing::run(catalog.find({poc.tenant, poc.creator, {}}, poc.id)).value();
  }

  Poc one = registered(ana, {.name = "one", .tags = {"a"}});
  Poc two = registered(ana, {.name = "two", .tags = {"a", "b"}, .is_public = true});
  Poc of_ben = registered(ben, {.name = "of ben", .is_public = true});
  Poc bens_own = registered(ben, {.name = "of ben alone"});
  static BulkAnswer refused(BulkRefusal why) { return fail(why); }
};

TEST_F(ChangePocsTest, answers_each_by_itself_in_the_order_of_the_request) {
  const auto answers =
      changed(ana, BulkAction::add_tags,
              {seen(of_ben), seen(two), seen(bens_own), {PocId{id()}, 1}, {one.id, 99}}, {" C++ ", "a"});
  EXPECT_THAT(answers, ElementsAre(refused(BulkRefusal::not_permitted), BulkAnswer(now(two).change_seq),
                                   refused(BulkRefusal::poc_not_found), refused(BulkRefusal::poc_not_found),
                                   refused(BulkRefusal::stale)));
  EXPECT_THAT(now(two).content.tags, ElementsAre("a", "b", "c++"));
  EXPECT_THAT(now(one).content.tags, ElementsAre("a"));
  EXPECT_EQ(catalog.events().back(), std::pair(two.id, Change::updated));
}

TEST_F(ChangePocsTest, writes_nothing_where_it_says_so_already) {
  const auto events = catalog.events().size();
  EXPECT_THAT(changed(ana, BulkAction::publish, {{two.id, 0}}), ElementsAre(BulkAnswer(two.change_seq)));
  EXPECT_THAT(changed(ana, BulkAction::remove_tags, {{one.id, 0}}, {"b"}),
              ElementsAre(BulkAnswer(one.change_seq)));
  EXPECT_EQ(catalog.events().size(), events);
}

TEST_F(ChangePocsTest, takes_a_tag_away_in_whatever_spelling) {
  const auto poc = registered(ana, {.name = "x", .tags = {"ação", "acao", "b"}});
  EXPECT_TRUE(changed(ana, BulkAction::remove_tags, {seen(poc)}, {"AÇÃO"})[0]);
  EXPECT_THAT(now(poc).content.tags, ElementsAre("b"));
}

TEST_F(ChangePocsTest, refuses_more_tags_than_a_poc_may_have) {
  std::vector<std::string> tags;
  for (std::size_t i = 0; i < max_tags; ++i) tags.push_back(std::to_string(i));
  EXPECT_THAT(changed(ana, BulkAction::add_tags, {seen(one)}, tags),
              ElementsAre(refused(BulkRefusal::too_many_tags)));
  EXPECT_THAT(now(one).content.tags, ElementsAre("a"));
}

TEST_F(ChangePocsTest, deletes_and_restores_within_thirty_days) {
  const auto deleted = changed(ana, BulkAction::delete_, {seen(one), seen(two)});
  ASSERT_TRUE(deleted[0] && deleted[1]);
  EXPECT_TRUE(now(one).deleted_at);
  EXPECT_EQ(changed(ana, BulkAction::delete_, {seen(one)})[0], deleted[0]) << "it is deleted";
  EXPECT_THAT(changed(ana, BulkAction::publish, {seen(now(one))}),
              ElementsAre(refused(BulkRefusal::poc_not_found)));
  EXPECT_THAT(changed(ben, BulkAction::restore, {seen(now(two))}),
              ElementsAre(refused(BulkRefusal::poc_not_found)));
  const auto restored = changed(ana, BulkAction::restore, {seen(now(one)), {two.id, two.change_seq}});
  EXPECT_TRUE(restored[0]);
  EXPECT_EQ(restored[1], refused(BulkRefusal::stale));
  EXPECT_FALSE(now(one).deleted_at);
  EXPECT_EQ(catalog.events().back(), std::pair(one.id, Change::restored));
  clock.advance(restorable_for);
  EXPECT_THAT(changed(ana, BulkAction::restore, {seen(now(two))}),
              ElementsAre(refused(BulkRefusal::poc_not_found)));
}

TEST_F(ChangePocsTest, is_the_administrators_for_what_a_person_left_behind) {
  auto boss = ben;
  boss.administers = true;
  EXPECT_EQ(changed(boss, BulkAction::add_tags, {seen(two)}, {"x"})[0], refused(BulkRefusal::not_permitted));
  catalog.leave(ana.tenant, ana.user);
  const auto both = changed(boss, BulkAction::add_tags, {seen(two), seen(bens_own), seen(one)}, {"x"});
  EXPECT_TRUE(both[0] && both[1]);
  EXPECT_EQ(both[2], refused(BulkRefusal::poc_not_found)) << "a private one";
  EXPECT_EQ(now(two).creator, ana.user);
  EXPECT_EQ(changed(boss, BulkAction::unpublish, {seen(now(two))})[0], refused(BulkRefusal::not_permitted));
  EXPECT_EQ(changed(boss, BulkAction::restore, {seen(now(two))})[0], refused(BulkRefusal::not_permitted));
}

TEST_F(ChangePocsTest, tells_what_is_wrong_with_the_request) {
  const auto pointers = [&](const Answer& answer) {
    std::vector<std::string> all;
    for (const auto& error : answer.error().errors) all.push_back(error.pointer);
    return all;
  };
  EXPECT_THAT(pointers(change(ana, BulkAction::add_tags, {seen(one), seen(two), seen(one)}, {"a,b"})),
              ElementsAre("/pocs/2/pocId", "/tags/0"));
  EXPECT_THAT(pointers(change(ana, BulkAction::remove_tags, {seen(one)})), ElementsAre("/tags"));
  EXPECT_THAT(pointers(change(ana, BulkAction::delete_, {seen(one)}, {"a"})), ElementsAre("/tags"));
  EXPECT_FALSE(now(one).deleted_at);
}

TEST_F(ChangePocsTest, answers_a_repeated_key_as_the_first_time_and_writes_nothing) {
  const IdempotencyKey key{"changePocs", "key", sha256("request")};
  const auto first = change(ana, BulkAction::add_tags, {seen(one), {two.id, 0}}, {"x"}, key).value();
  const auto again = change(ana, BulkAction::add_tags, {seen(one), {two.id, 0}}, {"x"}, key).value();
  EXPECT_EQ(again, first);
  const IdempotencyKey other{"changePocs", "key", sha256("another")};
  EXPECT_EQ(change(ana, BulkAction::add_tags, {seen(one)}, {"y"}, other).error().code,
            ChangePocsError::idempotency_key_reused);
  EXPECT_THAT(now(one).content.tags, ElementsAre("a", "x"));
}

}  // namespace
}  // namespace mrbill::catalog
