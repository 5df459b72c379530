// Replacing, patching, deleting, restoring and marking: who may, which version, and what is written.
#include "usecases/delete_poc.hpp"
#include "usecases/get_poc.hpp"
#include "usecases/patch_poc.hpp"
#include "usecases/replace_poc.hpp"
#include "usecases/restore_poc.hpp"
#include "usecases/set_favorite.hpp"
#include "usecases/usecase_fixture.hpp"

namespace mrbill::catalog {

class ChangePoc : public UseCaseTest {
 protected:
  ChangePoc()
      : poc(registered(ana, {.name = "one", .description = "text", .tags = {"a"}, .is_public = true})) {
    clock.advance(std::chrono::seconds(1));
  }

  Result<Poc, ChangePocError> replace(const Caller& caller, PocDraft draft, ExpectedVersion expected) {
    ReplacePoc replace_poc(catalog, catalog, clock);
    return testing::run(replace_poc(caller, poc.id, std::move(draft), std::move(expected)));
  }
  Result<Poc, ChangePocError> patch(PocPatch change, ExpectedVersion expected) {
    PatchPoc patch_poc(catalog, catalog, clock);
    return testing::run(patch_poc(ana, poc.id, std::move(change), std::move(expected)));
  }
  Result<void, DeletePocError> remove(const Caller& caller, ExpectedVersion expected) {
    DeletePoc delete_poc(catalog, catalog, clock);
    return testing::run(delete_poc(caller, poc.id, std::move(expected)));
  }
  Result<Poc, RestorePocError> restore(const Caller& caller) {
    RestorePoc restore_poc(catalog, catalog, clock);
    return testing::run(restore_poc(caller, poc.id));
  }
  Result<Poc, GetPocError> get(const Caller& caller) {
    GetPoc get_poc(catalog);
    return testing::run(get_poc(caller, poc.id));
  }
  static ExpectedVersion any() { return {.any = true}; }
  static ExpectedVersion version(std::int64_t number) { return {.versions = {number}}; }

  Poc poc;
};

TEST_F(ChangePoc, is_the_administrators_where_the_creator_has_left_a_public_poc_behind) {
  auto boss = ben;
  boss.administers = true;
  EXPECT_EQ(replace(boss, {.name = "x", .is_public = true}, any()).error().code,
            ChangePocError::not_permitted)
      << "its creator is still there";
  catalog.leave(ana.tenant, ana.user);
  EXPECT_EQ(replace(ben, {.name = "x", .is_public = true}, any()).error().code,
            ChangePocError::not_permitted);
  EXPECT_EQ(replace(boss, {.name = "x", .is_public = false}, any()).error().code,
            ChangePocError::not_permitted)
      << "nobody would see it any more";
  const auto changed = replace(boss, {.name = "cared for", .is_public = true}, any());
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->content.name, "cared for");
  EXPECT_EQ(get(ben)->creator, ana.user);
  auto elsewhere = stranger;
  elsewhere.administers = true;
  EXPECT_EQ(remove(elsewhere, any()).error(), DeletePocError::poc_not_found);
  EXPECT_TRUE(remove(boss, any()));
  EXPECT_EQ(get(boss).error(), GetPocError::poc_not_found);
}

TEST_F(ChangePoc, leaves_what_was_private_when_its_creator_left_to_nobody) {
  ASSERT_TRUE(patch({.is_public = false}, any()));
  catalog.leave(ana.tenant, ana.user);
  auto boss = ben;
  boss.administers = true;
  EXPECT_EQ(replace(boss, {.name = "x", .is_public = true}, any()).error().code,
            ChangePocError::poc_not_found);
}

TEST_F(ChangePoc, is_refused_with_403_where_the_poc_can_be_seen_and_404_where_it_cannot) {
  EXPECT_EQ(replace(ben, {.name = "x"}, any()).error().code, ChangePocError::not_permitted);
  EXPECT_EQ(remove(ben, any()).error(), DeletePocError::not_permitted);
  EXPECT_EQ(restore(ben).error(), RestorePocError::not_permitted);
  EXPECT_EQ(replace(stranger, {.name = "x"}, any()).error().code, ChangePocError::poc_not_found);
  EXPECT_EQ(remove(stranger, any()).error(), DeletePocError::poc_not_found);
  EXPECT_EQ(restore(stranger).error(), RestorePocError::poc_not_found);
  ASSERT_TRUE(patch({.is_public = false}, any()));
  EXPECT_EQ(replace(ben, {.name = "x"}, any()).error().code, ChangePocError::poc_not_found)
      << "private: its creator alone";
  EXPECT_EQ(get(ben).error(), GetPocError::poc_not_found);
}

TEST_F(ChangePoc, is_refused_when_it_is_based_on_another_version) {
  EXPECT_EQ(replace(ana, {.name = "x"}, version(7)).error().code, ChangePocError::stale);
  EXPECT_EQ(patch({.name = "x"}, version(7)).error().code, ChangePocError::stale);
  EXPECT_EQ(remove(ana, version(7)).error(), DeletePocError::stale);
  const auto replaced = replace(ana, {.name = "x"}, version(poc.change_seq)).value();
  EXPECT_EQ(replace(ana, {.name = "y"}, version(poc.change_seq)).error().code, ChangePocError::stale);
  EXPECT_TRUE(replace(ana, {.name = "y"}, version(replaced.change_seq)));
}

TEST_F(ChangePoc, replaces_the_whole_content_and_moves_the_time_of_change_only) {
  const auto replaced = replace(ana, {.name = "two"}, any()).value();
  EXPECT_EQ(replaced.content, PocContent{.name = "two"});
  EXPECT_EQ(replaced.created_at, poc.created_at);
  EXPECT_EQ(replaced.updated_at, clock.now());
  EXPECT_EQ(get(ana)->content, replaced.content);
}

TEST_F(ChangePoc, writes_nothing_when_nothing_differs) {
  const auto same =
      replace(ana, {.name = "one", .description = "text", .tags = {"A"}, .is_public = true}, any()).value();
  EXPECT_EQ(same.change_seq, poc.change_seq);
  EXPECT_EQ(same.updated_at, poc.updated_at);
  EXPECT_EQ(catalog.events().size(), 1U);
}

TEST_F(ChangePoc, sent_again_after_its_answer_was_lost_is_answered_as_the_first_time) {
  const auto first = version(poc.change_seq);
  const auto changed = patch({.name = "two", .tags = std::vector<std::string>{"B", "b"}}, first).value();
  const auto again = patch({.name = "two", .tags = std::vector<std::string>{"B", "b"}}, first).value();
  EXPECT_EQ(again.change_seq, changed.change_seq);
  EXPECT_EQ(again.content, changed.content);
  EXPECT_EQ(replace(ana, {.name = "three"}, version(changed.change_seq))->change_seq,
            replace(ana, {.name = "three"}, version(changed.change_seq))->change_seq);
  ASSERT_TRUE(remove(ana, any()));
  EXPECT_TRUE(remove(ana, first));
  EXPECT_TRUE(remove(ana, any()));
  EXPECT_EQ(remove(ben, any()).error(), DeletePocError::poc_not_found);
  EXPECT_EQ(catalog.events().size(), 4U) << "created, changed, changed, deleted: each once";
}

TEST_F(ChangePoc, sent_again_is_refused_where_somebody_has_changed_the_same_field_since) {
  const auto first = version(poc.change_seq);
  const auto mine = patch({.name = "mine"}, first).value();
  ASSERT_TRUE(patch({.name = "theirs"}, version(mine.change_seq)));
  EXPECT_EQ(patch({.name = "mine"}, first).error().code, ChangePocError::stale);
}

TEST_F(ChangePoc, patches_the_named_fields_alone) {
  const auto patched_poc =
      patch({.description = std::optional<std::string>{}, .tags = std::vector<std::string>{"B"}}, any())
          .value();
  EXPECT_EQ(patched_poc.content, (PocContent{.name = "one", .tags = {"b"}, .is_public = true}));
  EXPECT_EQ(patch({.name = ""}, any()).error().code, ChangePocError::invalid_request);
}

TEST_F(ChangePoc, deletes_and_restores_within_thirty_days) {
  ASSERT_TRUE(remove(ana, version(poc.change_seq)));
  EXPECT_EQ(get(ana).error(), GetPocError::poc_not_found);
  EXPECT_EQ(restore(ben).error(), RestorePocError::poc_not_found);
  clock.advance(std::chrono::days(29));
  const auto restored = restore(ana).value();
  EXPECT_EQ(restored.content, poc.content);
  EXPECT_TRUE(get(ana));
  EXPECT_EQ(restore(ana)->change_seq, restored.change_seq) << "one that is not deleted stays as it is";
  EXPECT_THAT(catalog.events(),
              ::testing::ElementsAre(std::pair(poc.id, Change::created), std::pair(poc.id, Change::deleted),
                                     std::pair(poc.id, Change::restored)));
}

TEST_F(ChangePoc, does_not_restore_after_thirty_days) {
  ASSERT_TRUE(remove(ana, any()));
  clock.advance(std::chrono::days(30));
  EXPECT_EQ(restore(ana).error(), RestorePocError::poc_not_found);
}

TEST_F(ChangePoc, marks_favourites_of_whatever_can_be_seen_for_each_person) {
  SetFavorite set_favorite(catalog, catalog, clock);
  ASSERT_TRUE(testing::run(set_favorite(ben, poc.id, true)));
  ASSERT_TRUE(testing::run(set_favorite(ben, poc.id, true)));
  EXPECT_TRUE(get(ben)->favorite);
  EXPECT_FALSE(get(ana)->favorite);
  EXPECT_EQ(get(ben)->change_seq, poc.change_seq) << "a mark is not part of the POC";
  ASSERT_TRUE(testing::run(set_favorite(ben, poc.id, false)));
  EXPECT_FALSE(get(ben)->favorite);
  EXPECT_EQ(testing::run(set_favorite(stranger, poc.id, true)).error(), SetFavoriteError::poc_not_found);
}

}  // namespace mrbill::catalog
