// Messages of our own values and back, where both call a field by the same name.
#include <string>

#include <gtest/gtest.h>

#include <contract/sample_mapping.hpp>

namespace mrbill::contract::sample {
namespace {

using ThingId = Id<struct ThingIdTag>;

enum class Paint : std::uint8_t { dark_green, red };  // in an order of its own

struct OwnPart {
  Paint colour = Paint::red;
  std::optional<Timestamp> since = {};
  bool operator==(const OwnPart&) const = default;
};

struct OwnThing {
  ThingId thing_id = {};
  std::string name = {};
  std::optional<std::string> note = {};
  std::optional<std::string> secret = {};
  std::vector<OwnPart> parts = {};
  bool operator==(const OwnThing&) const = default;
};

const ThingId id{Uuid::parse("0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11").value()};

TEST(Mapping, finds_fields_by_their_names_whatever_lies_within) {
  const OwnThing own{
      .thing_id = id, .name = "box", .note = "n", .parts = {{Paint::dark_green, Timestamp{}}, {}}};
  const auto thing = message_of<Thing>(own);
  EXPECT_EQ(thing, (Thing{.thing_id = id.uuid,
                          .name = "box",
                          .note = "n",
                          .parts = {{Colour::dark_green, Timestamp{}}, {Colour::red, std::nullopt}}}));
  EXPECT_EQ(value_of<OwnThing>(thing), own);
}

TEST(Mapping, takes_each_field_of_the_first_part_that_has_it) {
  struct First {
    ThingId thing_id = id;
    std::string name = "first";
  };
  struct Second {
    std::string name = "second", note = "second", secret = "s";
    std::vector<OwnPart> parts;
    int unasked = 0;
  };
  EXPECT_EQ(message_of<Thing>(First{}, Second{}),
            (Thing{.thing_id = id.uuid, .name = "first", .note = "second", .secret = "s"}));
}

TEST(Mapping, moves_what_it_is_given_and_copies_what_it_is_lent) {
  OwnThing own{.name = std::string(100, 'x')};
  static_cast<void>(message_of<Thing>(own));
  EXPECT_EQ(own.name.size(), 100);
  const auto* const letters = own.name.data();
  EXPECT_EQ(message_of<Thing>(std::move(own)).name.data(), letters);
}

TEST(Mapping, turns_enumerators_both_ways) {
  EXPECT_EQ(message_of<Colour>(Paint::dark_green), Colour::dark_green);
  EXPECT_EQ(value_of<Paint>(Colour::red), Paint::red);
}

TEST(Mapping, keeps_the_three_states_of_a_patch) {
  struct OwnPatch {
    std::optional<std::string> name;
    std::optional<std::optional<std::string>> note;
  };
  const auto absent = value_of<OwnPatch>(ThingPatch{});
  EXPECT_FALSE(absent.name);
  EXPECT_FALSE(absent.note);
  const auto null = value_of<OwnPatch>(ThingPatch{.note = Patch<std::string>(std::nullopt)});
  ASSERT_TRUE(null.note);
  EXPECT_FALSE(*null.note);
  const auto given =
      value_of<OwnPatch>(ThingPatch{.name = Patch<std::string>("a"), .note = Patch<std::string>("b")});
  EXPECT_EQ(given.name, "a");
  EXPECT_EQ(given.note.value(), "b");
}

}  // namespace
}  // namespace mrbill::contract::sample
