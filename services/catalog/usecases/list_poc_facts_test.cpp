#include "usecases/list_poc_facts.hpp"

#include "usecases/usecase_fixture.hpp"

namespace mrbill::catalog {
namespace {

class ListPocFactsTest : public UseCaseTest {
 protected:
  Timestamp start = clock.now();
  std::chrono::seconds until{3600};

  std::vector<std::string> names(PocFactsQuery query) {
    query.owner = ana;
    query.from = start;
    query.before = clock.now() + until;
    ListPocFacts list(catalog, clock);
    std::vector<std::string> found;
    for (const auto& poc : testing::run(list(std::move(query))).pocs) found.push_back(poc.content.name);
    return found;
  }
  void register_at_a_later_time(const Caller& caller, PocDraft draft) {
    clock.advance(std::chrono::seconds(1));
    registered(caller, std::move(draft));
  }
};

}  // namespace

TEST_F(ListPocFactsTest, gives_the_owners_own_oldest_first_and_nobody_elses) {
  register_at_a_later_time(ana, {.name = "one"});
  register_at_a_later_time(ben, {.name = "of a colleague", .is_public = true});
  register_at_a_later_time(ana, {.name = "two"});
  EXPECT_EQ(names({}), (std::vector<std::string>{"one", "two"}));
}

TEST_F(ListPocFactsTest,
       has_no_end_where_it_reaches_the_present_so_that_a_clock_that_was_ahead_loses_nothing) {
  registered(ana, {.name = "yesterday's"});
  clock.advance(std::chrono::hours(48));
  registered(ana, {.name = "by a clock two days ahead"});
  clock.advance(-std::chrono::hours(47));
  EXPECT_EQ(names({}), (std::vector<std::string>{"yesterday's", "by a clock two days ahead"}));
  until = std::chrono::seconds(-1);
  EXPECT_EQ(names({}), std::vector<std::string>{"yesterday's"}) << "a time that is over has an end";
}

TEST_F(ListPocFactsTest, leaves_out_what_is_private_only_when_asked_to) {
  register_at_a_later_time(ana, {.name = "private"});
  register_at_a_later_time(ana, {.name = "public", .is_public = true});
  EXPECT_EQ(names({.include_private = false}), std::vector<std::string>{"public"});
}

TEST_F(ListPocFactsTest, keeps_any_of_the_wanted_tags_and_none_of_the_unwanted) {
  register_at_a_later_time(ana, {.name = "a", .tags = {"web"}});
  register_at_a_later_time(ana, {.name = "b", .tags = {"web", "draft"}});
  register_at_a_later_time(ana, {.name = "c", .tags = {"db"}});
  register_at_a_later_time(ana, {.name = "d"});
  EXPECT_EQ(names({.include_tags = {"WEB", "db"}, .exclude_tags = {"Draft"}}),
            (std::vector<std::string>{"a", "c"}));
  register_at_a_later_time(ana, {.name = "e", .tags = {"automação"}});
  EXPECT_EQ(names({.include_tags = {"AUTOMACAO"}}), std::vector<std::string>{"e"}) << "accents aside";
}

}  // namespace mrbill::catalog
