#include "usecases/register_poc.hpp"

#include "usecases/usecase_fixture.hpp"

namespace mrbill::catalog {

using RegisterPocTest = UseCaseTest;

TEST_F(RegisterPocTest, tells_with_a_new_poc_who_registered_it) {
  EXPECT_EQ(registered(ana, {.name = "one"}).creator_name, std::nullopt) << "nobody has told of her yet";
  catalog.name(ana, "Ana Souza");
  EXPECT_EQ(registered(ana, {.name = "two"}).creator_name, "Ana Souza");
}

TEST_F(RegisterPocTest, stores_checked_content_at_this_millisecond_and_tells_the_others) {
  clock.advance(std::chrono::microseconds(1'234));
  const auto poc = registered(ana, {.name = " Ray tracer ", .tags = {"Graphics"}});
  EXPECT_EQ(poc.content.name, "Ray tracer");
  EXPECT_EQ(poc.content.tags, std::vector<std::string>{"graphics"});
  EXPECT_EQ(poc.created_at, std::chrono::floor<std::chrono::milliseconds>(clock.now()));
  EXPECT_EQ(poc.updated_at, poc.created_at);
  EXPECT_EQ(poc.change_seq, 1);
  EXPECT_EQ(testing::run(catalog.find(ana, poc.id))->content, poc.content);
  EXPECT_THAT(catalog.events(), ::testing::ElementsAre(std::pair(poc.id, Change::created)));
}

TEST_F(RegisterPocTest, writes_nothing_when_a_rule_is_broken) {
  RegisterPoc register_poc(catalog, catalog, clock, random);
  const auto refused = testing::run(register_poc(ana, {.name = ""}, std::nullopt));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, RegisterPocError::invalid_request);
  EXPECT_EQ(refused.error().errors.front().pointer, "/name");
  EXPECT_TRUE(catalog.events().empty());
}

TEST_F(RegisterPocTest, answers_a_repeated_key_with_the_poc_as_it_was_born) {
  RegisterPoc register_poc(catalog, catalog, clock, random);
  const IdempotencyKey key{"createPoc", "k", sha256("request")};
  const auto first = testing::run(register_poc(ana, {.name = "one"}, key)).value();
  clock.advance(std::chrono::seconds(5));
  const auto second = testing::run(register_poc(ana, {.name = "one"}, key)).value();
  EXPECT_EQ(second.id, first.id);
  EXPECT_EQ(second.created_at, first.created_at);
  EXPECT_EQ(second.change_seq, first.change_seq);
  EXPECT_EQ(catalog.events().size(), 1U);
}

TEST_F(RegisterPocTest, refuses_a_key_that_belongs_to_another_request) {
  RegisterPoc register_poc(catalog, catalog, clock, random);
  testing::run(register_poc(ana, {.name = "one"}, IdempotencyKey{"createPoc", "k", sha256("request")}))
      .value();
  const auto refused =
      testing::run(register_poc(ana, {.name = "two"}, IdempotencyKey{"createPoc", "k", sha256("other")}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, RegisterPocError::idempotency_key_reused);
}

}  // namespace mrbill::catalog
