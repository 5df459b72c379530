// What every PocStore and PocWriter promise, as tests. An adapter joins by a World:
//
//   struct MemoryWorld {
//     MemoryCatalog catalog;
//     PocStore& store();
//     PocWriter& writer();
//     template <class T> T run(Task<T>);
//   };
//   INSTANTIATE_TYPED_TEST_SUITE_P(Memory, PocStoreContract, MemoryWorld);
#pragma once

#include <chrono>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/seeded_random.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

using ::testing::ElementsAre;

template <class World>
class PocStoreContract : public ::testing::Test {
 protected:
  Caller person(TenantId tenant) { return {tenant, UserId{id()}, {}}; }
  TenantId tenant() { return TenantId{id()}; }
  Uuid id() { return new_uuid(clock_, random_); }

  Poc poc_of(const Caller& creator, std::string name) {
    clock_.advance(std::chrono::seconds(1));
    return {.id = PocId{id()},
            .tenant = creator.tenant,
            .creator = creator.user,
            .content = {.name = std::move(name)},
            .created_at = clock_.now(),
            .updated_at = clock_.now()};
  }
  Poc insert(Poc poc) {
    auto created = world_.run(world_.writer().insert({poc.tenant, poc.creator, {}}, poc, std::nullopt));
    poc.change_seq = created.value().change_seq;
    return poc;
  }
  Poc insert(const Caller& creator, std::string name) { return insert(poc_of(creator, std::move(name))); }
  Poc insert_public(const Caller& creator, std::string name) {
    auto poc = poc_of(creator, std::move(name));
    poc.content.is_public = true;
    return insert(std::move(poc));
  }
  std::optional<Poc> find(const Caller& caller, PocId id) {
    return world_.run(world_.store().find(caller, id));
  }
  std::optional<std::int64_t> update(const Caller& caller, Poc poc, Change change = Change::updated) {
    return world_.run(world_.writer().update(caller, std::move(poc), change));
  }
  std::vector<std::string> names(PocQuery query) {
    auto page = world_.run(world_.store().list(std::move(query)));
    std::vector<std::string> all;
    for (auto& poc : page.pocs) all.push_back(poc.content.name);
    return all;
  }

  testing::ManualClock clock_;
  testing::SeededRandom random_{
      static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count())};
  World world_;
};

TYPED_TEST_SUITE_P(PocStoreContract);

TYPED_TEST_P(PocStoreContract, gives_back_everything_that_was_written) {
  const auto caller = this->person(this->tenant());
  auto poc = this->poc_of(caller, "Ray tracer");
  poc.content = {
      "Ray tracer", "d \"q\", {x}\n\\", "https://a.b/c", "C++", {"zeta", "alpha"}, {"Qt Quick", "SDL"}, true};
  poc = this->insert(std::move(poc));
  const auto found = this->find(caller, poc.id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->content, poc.content);
  EXPECT_EQ(found->created_at, poc.created_at);
  EXPECT_EQ(found->updated_at, poc.updated_at);
  EXPECT_EQ(found->change_seq, 1);
  EXPECT_EQ(found->creator, caller.user);
  EXPECT_EQ(found->tenant, caller.tenant);
  EXPECT_FALSE(found->deleted_at);
  EXPECT_FALSE(found->favorite);
}

TYPED_TEST_P(PocStoreContract, names_creators_wherever_a_poc_is_read) {
  const auto tenant = this->tenant();
  const auto ana = this->person(tenant);
  const auto ben = this->person(tenant);
  this->world_.name(ana, "Ana Souza");
  const auto poc = this->insert_public(ana, "Ray tracer");
  const auto other = this->insert_public(ben, "of somebody nobody has told of");
  EXPECT_EQ(this->find(ben, poc.id)->creator_name, "Ana Souza");
  EXPECT_EQ(this->find(ana, other.id)->creator_name, std::nullopt);
  const auto page =
      this->world_.run(this->world_.store().list({.caller = ben, .filter = {.scope = Scope::tenant}}));
  ASSERT_EQ(page.pocs.size(), 2U);
  EXPECT_EQ(page.pocs[0].creator_name, std::nullopt);
  EXPECT_EQ(page.pocs[1].creator_name, "Ana Souza");
  EXPECT_EQ(this->world_.run(this->world_.store().find_all(ben, {poc.id}))[0].creator_name, "Ana Souza");
  EXPECT_EQ(this->world_.run(this->world_.store().name_of(ana)), "Ana Souza");
  EXPECT_EQ(this->world_.run(this->world_.store().name_of(ben)), std::nullopt);
}

TYPED_TEST_P(PocStoreContract, shows_private_ones_to_their_creator_alone_and_public_ones_to_the_tenant) {
  const auto tenant = this->tenant();
  const auto ana = this->person(tenant);
  const auto ben = this->person(tenant);
  const auto stranger = this->person(this->tenant());
  const auto hidden = this->insert(ana, "private");
  const auto shared = this->insert_public(ana, "public");
  EXPECT_TRUE(this->find(ana, hidden.id));
  EXPECT_FALSE(this->find(ben, hidden.id));
  EXPECT_FALSE(this->find(stranger, hidden.id));
  EXPECT_TRUE(this->find(ben, shared.id));
  EXPECT_FALSE(this->find(stranger, shared.id));
  EXPECT_FALSE(this->find({stranger.tenant, ana.user, {}}, hidden.id)) << "the same person in another tenant";
  EXPECT_THAT(this->names({.caller = ben}), ElementsAre());
  EXPECT_THAT(this->names({.caller = ben, .filter = {.scope = Scope::tenant}}), ElementsAre("public"));
  EXPECT_THAT(this->names({.caller = stranger, .filter = {.scope = Scope::tenant}}), ElementsAre());
  EXPECT_THAT(this->names({.caller = ana, .filter = {.scope = Scope::tenant}}),
              ElementsAre("public", "private"));
  const auto seen = this->world_.run(this->world_.store().find_all(ben, {hidden.id, shared.id}));
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].id, shared.id);
  EXPECT_EQ(this->world_.run(this->world_.store().changed_since(ben, 0, 10)).size(), 1U);
  EXPECT_EQ(this->world_.run(this->world_.store().changed_since(stranger, 0, 10)).size(), 0U);
}

TYPED_TEST_P(PocStoreContract, tells_within_the_tenant_that_something_changed_but_not_what) {
  const auto ana = this->person(this->tenant());
  const auto ben = this->person(ana.tenant);
  const auto stranger = this->person(this->tenant());
  auto gone = this->insert_public(ana, "gone");
  const auto hidden = this->insert(ana, "hidden");
  gone.deleted_at = this->clock_.now();
  ASSERT_TRUE(this->update(ana, gone, Change::deleted));
  const auto changes = this->world_.run(this->world_.store().changes_since(ben, 1, 10));
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].id, gone.id);
  EXPECT_EQ(changes[0].change_seq, 3);
  EXPECT_EQ(changes[1].id, hidden.id);
  EXPECT_EQ(this->world_.run(this->world_.store().changes_since(ben, 0, 1)).size(), 1U)
      << "no more than asked for";
  EXPECT_TRUE(this->world_.run(this->world_.store().changes_since(ben, 3, 10)).empty());
  EXPECT_TRUE(this->world_.run(this->world_.store().changes_since(stranger, 0, 10)).empty());
}

TYPED_TEST_P(PocStoreContract, numbers_the_changes_of_a_tenant_without_gaps) {
  const auto tenant = this->tenant();
  const auto ana = this->person(tenant);
  const auto ben = this->person(tenant);
  const auto first = this->insert(ana, "one");
  const auto second = this->insert(ben, "two");
  const auto elsewhere = this->insert(this->person(this->tenant()), "other");
  EXPECT_EQ(first.change_seq, 1);
  EXPECT_EQ(second.change_seq, 2);
  EXPECT_EQ(elsewhere.change_seq, 1);
  EXPECT_EQ(this->update(ana, first), 3);
}

TYPED_TEST_P(PocStoreContract, refuses_a_change_based_on_an_old_version_and_keeps_its_number) {
  const auto ana = this->person(this->tenant());
  auto poc = this->insert(ana, "one");
  poc.content.name = "two";
  EXPECT_EQ(this->update(ana, poc), 2);
  poc.content.name = "three";
  EXPECT_EQ(this->update(ana, poc), std::nullopt);
  EXPECT_EQ(this->find(ana, poc.id)->content.name, "two");
  EXPECT_EQ(this->insert(ana, "next").change_seq, 3);
}

TYPED_TEST_P(PocStoreContract, replaces_content_tags_and_frameworks) {
  const auto ana = this->person(this->tenant());
  auto poc = this->insert(ana, "one");
  poc.content = {"two", "text", "https://x.y", "Go", {"b", "a"}, {"Gin"}, false};
  poc.change_seq = *this->update(ana, poc);
  EXPECT_EQ(this->find(ana, poc.id)->content, poc.content);
  poc.content = {"two", {}, {}, {}, {"a", "c"}, {}, true};
  poc.change_seq = *this->update(ana, poc);
  EXPECT_EQ(this->find(ana, poc.id)->content, poc.content);
  EXPECT_EQ(this->find({ana.tenant, this->person(ana.tenant).user, {}}, poc.id)->content.tags,
            poc.content.tags);
}

TYPED_TEST_P(PocStoreContract, hides_a_deleted_one_from_all_but_its_creator_and_every_list) {
  const auto tenant = this->tenant();
  const auto ana = this->person(tenant);
  const auto ben = this->person(tenant);
  auto poc = this->insert_public(ana, "one");
  poc.deleted_at = this->clock_.now();
  ASSERT_TRUE(this->update(ana, poc, Change::deleted));
  EXPECT_EQ(this->find(ana, poc.id)->deleted_at, poc.deleted_at);
  EXPECT_FALSE(this->find(ben, poc.id));
  EXPECT_THAT(this->names({.caller = ana}), ElementsAre());
  EXPECT_EQ(this->world_.run(this->world_.store().find_all(ana, {poc.id}))[0].deleted_at, poc.deleted_at);
  EXPECT_TRUE(this->world_.run(this->world_.store().find_all(ben, {poc.id})).empty());
  EXPECT_EQ(this->world_.run(this->world_.store().changed_since(ana, 1, 10)).size(), 1U)
      << "its own deletion is news";
  EXPECT_TRUE(this->world_.run(this->world_.store().changed_since(ben, 1, 10)).empty());
}

TYPED_TEST_P(PocStoreContract, writes_several_at_once_but_those_that_have_moved_on) {
  const auto ana = this->person(this->tenant());
  auto first = this->insert(ana, "first");
  auto moved = this->insert(ana, "moved");
  auto last = this->insert_public(ana, "last");
  ASSERT_EQ(this->update(ana, moved), 4);
  first.content = {"first", "text", "https://x.y", "Go", {"b", "a"}, {"Gin"}, true};
  moved.content.name = "not to be seen";
  last.content.is_public = false;
  const auto written =
      this->world_.run(this->world_.writer().update_all(ana, {first, moved, last}, Change::updated, {}));
  ASSERT_TRUE(written);
  EXPECT_THAT(written->versions, ElementsAre(5, std::nullopt, 6));
  EXPECT_FALSE(written->repeated);
  EXPECT_EQ(this->find(ana, first.id)->content, first.content);
  EXPECT_EQ(this->find(ana, first.id)->change_seq, 5);
  EXPECT_EQ(this->find(ana, moved.id)->content.name, "moved");
  EXPECT_EQ(this->find(ana, last.id)->content, last.content);
  EXPECT_EQ(this->insert(ana, "next").change_seq, 7);
}

TYPED_TEST_P(PocStoreContract, writes_nothing_of_several_that_are_anothers) {
  const auto ana = this->person(this->tenant());
  const auto ben = this->person(ana.tenant);
  const auto poc = this->insert_public(ana, "of ana");
  for (const auto& other : {ben, this->person(this->tenant())}) {
    auto stolen = poc;
    stolen.content.name = "stolen";
    const auto written =
        this->world_.run(this->world_.writer().update_all(other, {stolen}, Change::updated, {}));
    EXPECT_THAT(written.value().versions, ElementsAre(std::nullopt));
  }
  EXPECT_EQ(this->find(ana, poc.id)->content.name, "of ana");
}

TYPED_TEST_P(PocStoreContract, restores_several_of_one_address_at_once) {
  const auto ana = this->person(this->tenant());
  std::vector<Poc> gone;
  for (const auto* name : {"first", "second", "third"}) {
    auto poc = this->poc_of(ana, name);
    poc.content.repository_url = "https://example.org/one";
    poc = this->insert(std::move(poc));
    poc.deleted_at = this->clock_.now();
    poc.change_seq = this->update(ana, poc, Change::deleted).value();
    poc.deleted_at.reset();
    gone.push_back(std::move(poc));
  }
  const auto restored =
      this->world_.run(this->world_.writer().update_all(ana, gone, Change::restored, {})).value();
  EXPECT_THAT(restored.versions, ElementsAre(7, 8, 9));
  for (std::size_t i = 0; i < gone.size(); ++i) gone[i].change_seq = *restored.versions[i];
  EXPECT_THAT(
      this->world_.run(this->world_.writer().update_all(ana, gone, Change::updated, {})).value().versions,
      ElementsAre(10, 11, 12))
      << "one of them bears the key of its address";
}

TYPED_TEST_P(PocStoreContract, writes_several_once_for_a_repeated_key) {
  const auto ana = this->person(this->tenant());
  const auto poc = this->insert(ana, "one");
  const auto write = [&](const Caller& caller, std::vector<Poc> pocs, std::string_view request) {
    const IdempotencyKey key{"changePocs", "key-1", sha256(request)};
    return this->world_.run(this->world_.writer().update_all(caller, std::move(pocs), Change::updated, key));
  };
  EXPECT_THAT(write(ana, {poc}, "request")->versions, ElementsAre(2));
  const auto again = write(ana, {*this->find(ana, poc.id)}, "request");
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_THAT(again->versions, ElementsAre(std::nullopt));
  EXPECT_EQ(this->find(ana, poc.id)->change_seq, 2);
  EXPECT_EQ(write(ana, {}, "another").error(), KeyConflict::reused);
  const auto ben = this->person(ana.tenant);
  EXPECT_FALSE(write(ben, {}, "request")->repeated);
  EXPECT_TRUE(write(ben, {}, "request")->repeated) << "also where there was nothing to write";
}

TYPED_TEST_P(PocStoreContract, filters_by_language_tags_framework_time_and_mark) {
  const auto ana = this->person(this->tenant());
  const auto make = [&](std::string name, std::string language, std::vector<std::string> tags,
                        std::vector<std::string> frameworks) {
    auto poc = this->poc_of(ana, std::move(name));
    poc.content.language = std::move(language);
    poc.content.tags = std::move(tags);
    poc.content.frameworks = std::move(frameworks);
    return this->insert(std::move(poc));
  };
  const auto a = make("a", "Go", {"x", "y"}, {"Gin"});
  const auto b = make("b", "Go", {"x"}, {"Echo"});
  make("c", "Rust", {"x", "y", "z"}, {});
  const auto having = [&](PocFilter filter) {
    return this->names(
        {.caller = ana, .filter = std::move(filter), .sort = {SortField::name, SortOrder::ascending}});
  };
  EXPECT_THAT(having({.languages = {"Go"}}), ElementsAre("a", "b"));
  EXPECT_THAT(having({.languages = {"go"}}), ElementsAre("a", "b"));
  EXPECT_THAT(having({.languages = {"rust", "Zig"}}), ElementsAre("c"));
  EXPECT_THAT(having({.languages = {"Go", "Rust"}}), ElementsAre("a", "b", "c"));
  EXPECT_THAT(having({.tags = {"x", "y"}}), ElementsAre("a", "c"));
  EXPECT_THAT(having({.frameworks = {"gin"}}), ElementsAre("a"));
  EXPECT_THAT(having({.frameworks = {"gin", "Echo", "Fiber"}}), ElementsAre("a", "b"));
  EXPECT_THAT(having({.languages = {"Rust"}, .frameworks = {"Gin"}}), ElementsAre());
  EXPECT_THAT(having({.created_from = b.created_at}), ElementsAre("b", "c"));
  EXPECT_THAT(having({.created_before = b.created_at}), ElementsAre("a"));
  EXPECT_THAT(having({.languages = {"Go"}, .tags = {"y"}}), ElementsAre("a"));
  this->world_.run(this->world_.writer().set_favorite(ana, a.id, true, this->clock_.now()));
  EXPECT_THAT(having({.favorite = true}), ElementsAre("a"));
  EXPECT_THAT(having({.favorite = false}), ElementsAre("b", "c"));
  EXPECT_TRUE(this->find(ana, a.id)->favorite);
  EXPECT_THAT(this->world_.run(this->world_.store().favorites(ana)), ElementsAre(a.id));
  this->world_.run(this->world_.writer().set_favorite(ana, a.id, false, this->clock_.now()));
  EXPECT_THAT(having({.favorite = true}), ElementsAre());
}

TYPED_TEST_P(PocStoreContract, takes_every_filter_at_once_in_every_order) {
  const auto ana = this->person(this->tenant());
  auto poc = this->poc_of(ana, "one");
  poc.content = {"one", {}, {}, "Go", {"x"}, {"Gin"}, true};
  poc = this->insert(std::move(poc));
  this->world_.run(this->world_.writer().set_favorite(ana, poc.id, true, this->clock_.now()));
  const PocFilter filter{.scope = Scope::tenant,
                         .languages = {"Go"},
                         .tags = {"x"},
                         .frameworks = {"Gin"},
                         .favorite = true,
                         .created_from = poc.created_at,
                         .created_before = poc.created_at + std::chrono::seconds(1)};
  for (auto field : {SortField::created_at, SortField::updated_at, SortField::name, SortField::language})
    for (auto order : {SortOrder::ascending, SortOrder::descending})
      EXPECT_THAT(this->names({.caller = ana, .filter = filter, .sort = {field, order}}), ElementsAre("one"));
}

TYPED_TEST_P(PocStoreContract, lists_what_a_person_has_deleted_to_them_alone) {
  const auto ana = this->person(this->tenant());
  const auto ben = this->person(ana.tenant);
  const auto remove = [&](Poc poc) {
    this->clock_.advance(std::chrono::seconds(1));
    poc.deleted_at = this->clock_.now();
    EXPECT_TRUE(this->update({poc.tenant, poc.creator, {}}, poc, Change::deleted));
    return *poc.deleted_at;
  };
  const auto second = this->insert_public(ana, "second");
  const auto first = this->insert(ana, "first");
  const auto earliest = remove(this->insert(ana, "too long ago"));
  const auto since = remove(first);
  const auto newest = remove(second);
  remove(this->insert_public(ben, "of ben"));
  this->insert(ana, "not deleted");
  PocQuery query{
      .caller = ana, .filter = {.deleted_since = since}, .sort = {SortField::deleted_at}, .limit = 1};
  const auto page = this->world_.run(this->world_.store().list(query));
  EXPECT_EQ(page.total, 2);
  ASSERT_EQ(page.pocs.size(), 1U);
  EXPECT_EQ(page.pocs[0].content.name, "second");
  EXPECT_EQ(page.pocs[0].deleted_at, newest);
  query.after = page.next;
  EXPECT_THAT(this->names(query), ElementsAre("first"));
  query = {.caller = ben, .filter = {.scope = Scope::tenant, .deleted_since = earliest}};
  EXPECT_THAT(this->names(query), ElementsAre("of ben"));
  query.caller = this->person(this->tenant());
  EXPECT_THAT(this->names(query), ElementsAre());
  query = {.caller = ana, .filter = {.deleted_since = since}};
  EXPECT_EQ(this->world_.run(this->world_.store().list(query)).total, 2);
  query.filter.deleted_since = newest;
  EXPECT_EQ(this->world_.run(this->world_.store().list(query)).total, 1) << "time alone makes them fewer";
}

TYPED_TEST_P(PocStoreContract, filters_whatever_the_accents_and_the_letter_case) {
  const auto ana = this->person(this->tenant());
  const auto make = [&](std::string name, std::string language, std::string tag, std::string framework) {
    auto poc = this->poc_of(ana, std::move(name));
    poc.content.language = std::move(language);
    poc.content.tags = {std::move(tag), "other"};
    poc.content.frameworks = {std::move(framework)};
    this->insert(std::move(poc));
  };
  make("with", "Lógica", "automação", "São Paulo UI");
  make("without", "logica", "automacao", "SAO PAULO UI");
  make("another", "C++", "auto", "Sao Paulo");
  const auto having = [&](PocFilter filter) {
    return this->names(
        {.caller = ana, .filter = std::move(filter), .sort = {SortField::name, SortOrder::ascending}});
  };
  for (const auto* language : {"Lógica", "LOGICA"})
    EXPECT_THAT(having({.languages = {language}}), ElementsAre("with", "without")) << language;
  for (const auto* tag : {"automação", "automacao"})
    EXPECT_THAT(having({.tags = {tag, "other"}}), ElementsAre("with", "without")) << tag;
  EXPECT_THAT(having({.frameworks = {"são paulo ui"}}), ElementsAre("with", "without"));
  EXPECT_THAT(having({.languages = {"C#"}}), ElementsAre()) << "signs are no accents";
}

TYPED_TEST_P(PocStoreContract, pages_by_position_over_every_row_once_in_every_order) {
  const auto ana = this->person(this->tenant());
  for (int i = 0; i < 7; ++i) {
    auto poc = this->poc_of(ana, "same name");
    poc.created_at = poc.updated_at = Timestamp(std::chrono::seconds(1'000 + i / 3));  // ties
    if (i % 2 == 0) poc.content.language = "Go";
    this->insert(std::move(poc));
  }
  for (auto field : {SortField::created_at, SortField::updated_at, SortField::name, SortField::language}) {
    for (auto order : {SortOrder::ascending, SortOrder::descending}) {
      std::vector<PocId> by_position;
      std::vector<PocId> by_offset;
      std::optional<PocPosition> after;
      do {
        auto page = this->world_.run(
            this->world_.store().list({.caller = ana, .sort = {field, order}, .after = after, .limit = 3}));
        EXPECT_EQ(page.total, 7);
        for (const auto& poc : page.pocs) by_position.push_back(poc.id);
        after = page.next;
      } while (after && by_position.size() < 20);
      for (std::uint32_t offset = 0; offset < 9; offset += 2) {
        auto page = this->world_.run(
            this->world_.store().list({.caller = ana, .sort = {field, order}, .offset = offset, .limit = 2}));
        EXPECT_EQ(page.total, 7) << "also beyond the last page";
        for (const auto& poc : page.pocs) by_offset.push_back(poc.id);
      }
      EXPECT_EQ(std::set<PocId>(by_position.begin(), by_position.end()).size(), 7U);
      EXPECT_EQ(by_position, by_offset);
    }
  }
}

// Whatever is remembered of a list, its total is that of its rows, after each change and for each who looks.
TYPED_TEST_P(PocStoreContract, tells_the_total_of_a_list_after_each_change) {
  const auto ana = this->person(this->tenant());
  const auto ben = this->person(ana.tenant);
  const auto expect_totals = [&] {
    for (const auto& caller : {ana, ben}) {
      for (const auto scope : {Scope::mine, Scope::tenant}) {
        for (const std::optional<bool> favorite :
             {std::optional<bool>{}, std::optional(true), std::optional(false)}) {
          const PocFilter filter{.scope = scope, .favorite = favorite};
          const auto page =
              this->world_.run(this->world_.store().list({.caller = caller, .filter = filter, .limit = 100}));
          EXPECT_EQ(page.total, static_cast<std::int64_t>(page.pocs.size()));
        }
      }
    }
  };
  expect_totals();
  auto hers = this->insert_public(ana, "hers");
  expect_totals();
  this->insert(ben, "his");
  expect_totals();
  this->world_.run(this->world_.writer().set_favorite(ben, hers.id, true, this->clock_.now()));
  expect_totals();
  hers.content.is_public = false;
  this->update(ana, hers);
  expect_totals();
  hers = *this->find(ana, hers.id);
  hers.deleted_at = this->clock_.now();
  this->update(ana, hers, Change::deleted);
  expect_totals();
}

TYPED_TEST_P(PocStoreContract, gives_news_newest_first_and_no_more_than_asked_for) {
  const auto ana = this->person(this->tenant());
  for (auto name : {"a", "b", "c", "d"}) this->insert(ana, name);
  const auto news = this->world_.run(this->world_.store().changed_since(ana, 1, 2));
  ASSERT_EQ(news.size(), 2U);
  EXPECT_EQ(news[0].change_seq, 4);
  EXPECT_EQ(news[1].change_seq, 3);
}

TYPED_TEST_P(PocStoreContract, answers_a_repeated_key_from_memory_and_refuses_another_request_with_it) {
  const auto ana = this->person(this->tenant());
  const auto ben = this->person(ana.tenant);
  const IdempotencyKey key{"createPoc", "key-1", sha256("request")};
  const auto poc = this->poc_of(ana, "one");
  const auto first = this->world_.run(this->world_.writer().insert(ana, poc, key));
  const auto second = this->world_.run(this->world_.writer().insert(ana, this->poc_of(ana, "one"), key));
  ASSERT_TRUE(first && second);
  EXPECT_FALSE(first->repeated);
  EXPECT_TRUE(second->repeated);
  EXPECT_EQ(second->id, poc.id.uuid);
  EXPECT_EQ(second->at, poc.created_at);
  EXPECT_EQ(second->change_seq, first->change_seq);
  const IdempotencyKey other{"createPoc", "key-1", sha256("another request")};
  EXPECT_EQ(this->world_.run(this->world_.writer().insert(ana, this->poc_of(ana, "two"), other)).error(),
            KeyConflict::reused);
  EXPECT_FALSE(this->world_.run(this->world_.writer().insert(ben, this->poc_of(ben, "one"), key))->repeated);
  EXPECT_THAT(this->names({.caller = ana}), ElementsAre("one"));
}

REGISTER_TYPED_TEST_SUITE_P(
    PocStoreContract, gives_back_everything_that_was_written, names_creators_wherever_a_poc_is_read,
    shows_private_ones_to_their_creator_alone_and_public_ones_to_the_tenant,
    numbers_the_changes_of_a_tenant_without_gaps,
    refuses_a_change_based_on_an_old_version_and_keeps_its_number, replaces_content_tags_and_frameworks,
    hides_a_deleted_one_from_all_but_its_creator_and_every_list,
    filters_by_language_tags_framework_time_and_mark, takes_every_filter_at_once_in_every_order,
    lists_what_a_person_has_deleted_to_them_alone, writes_several_at_once_but_those_that_have_moved_on,
    writes_nothing_of_several_that_are_anothers, restores_several_of_one_address_at_once,
    writes_several_once_for_a_repeated_key, filters_whatever_the_accents_and_the_letter_case,
    pages_by_position_over_every_row_once_in_every_order, tells_the_total_of_a_list_after_each_change,
    tells_within_the_tenant_that_something_changed_but_not_what,
    gives_news_newest_first_and_no_more_than_asked_for,
    answers_a_repeated_key_from_memory_and_refuses_another_request_with_it);

}  // namespace mrbill::catalog
