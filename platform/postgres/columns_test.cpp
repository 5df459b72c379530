#include <gtest/gtest.h>

#include <postgres/columns.hpp>
#include <postgres/postgres_fixture.hpp>

namespace mrbill::postgres {
namespace {

struct Made {
  Timestamp at;
  std::optional<std::string> by = {};
};
struct Track {
  std::int32_t number = 0;
  std::string name = {};
  std::vector<std::string> words = {};
  Made made = {};
};
std::string shout(const Track& track) {
  return track.name + "!";
}

constexpr auto kept = columns(column<&Track::number>("number"), column<&Track::name>("name"));
constexpr auto made = columns(column<&Track::made, &Made::at>("made_at", "t.created_at"),
                              column<&Track::made, &Made::by>("made_by"));
constexpr auto track_columns = kept + made;

const Timestamp noon = *from_rfc3339("2026-01-31T12:00:00Z");

TEST(Columns, are_listed_with_their_table_and_expressions_with_their_names) {
  EXPECT_EQ(track_columns.list("t"), "t.number, t.name, t.created_at AS made_at, t.made_by");
  EXPECT_EQ(kept.list(), "number, name");
}

TEST(Columns, fill_a_pattern_once_each) {
  EXPECT_EQ(kept.each("{0} = g.{0}"), "number = g.number, name = g.name");
  EXPECT_EQ(kept.each("$3"), "$3, $3");
}

TEST(Columns, are_numbered_parameters_of_one_struct) {
  EXPECT_EQ(kept.parameters(5), "$5, $6");
  Arguments arguments;
  kept.add(arguments, Track{.number = 7, .name = "seven"});
  ASSERT_EQ(arguments.size(), 2U);
  EXPECT_STREQ(arguments.pointers()[1], "seven");
}

TEST(Columns, are_arrays_of_their_members_types) {
  EXPECT_EQ(track_columns.arrays<Track>(4), "$4::integer[], $5::text[], $6::timestamptz[], $7::text[]");
  EXPECT_EQ(columns(column<shout>("loud")).arrays<Track>(1), "$1::text[]");
}

TEST(Columns, write_one_array_a_column_wherever_the_struct_is) {
  const std::vector<std::pair<int, Track>> items{
      {1, {.number = 7, .name = R"(a "b", c)", .made = {.at = noon}}},
      {2, {.number = 8, .name = "", .made = {noon, "Ana"}}}};
  Arguments arguments;
  (track_columns + columns(column<shout>("loud")))
      .add_arrays(arguments, items, &std::pair<int, Track>::second);
  const auto written = arguments.pointers();
  ASSERT_EQ(written.size(), 5U);
  EXPECT_STREQ(written[0], R"({"7","8"})");
  EXPECT_STREQ(written[1], R"({"a \"b\", c",""})");
  EXPECT_STREQ(written[3], R"({NULL,"Ana"})");
  EXPECT_STREQ(written[4], R"({"a \"b\", c!","!"})");
}

class ColumnsTest : public PostgresFixture {
 protected:
  ColumnsTest() { open(options()); }
};

TEST_F(ColumnsTest, read_each_row_by_name_wherever_the_columns_stand) {
  const auto rows =
      query({"turned_round",
             "SELECT 'Ana' AS made_by, 1 AS other, timestamptz '2026-01-31T12:00:00Z' AS made_at, "
             "n::text AS name, n AS number FROM generate_series(1, 2) n"});
  const auto tracks = track_columns.read<Track>(rows);
  ASSERT_EQ(tracks.size(), 2U);
  EXPECT_EQ(tracks[0].number, 1);
  EXPECT_EQ(tracks[1].number, 2);
  EXPECT_EQ(tracks[1].name, "2");
  EXPECT_EQ(tracks[1].made.at, noon);
  EXPECT_EQ(tracks[1].made.by, "Ana");
}

TEST_F(ColumnsTest, read_nothing_of_no_rows) {
  EXPECT_TRUE(track_columns.read<Track>(query({"no_rows", "SELECT 1 AS number WHERE false"})).empty());
}

TEST_F(ColumnsTest, say_which_column_an_answer_lacks) {
  const auto rows = query({"lacks_the_name", "SELECT 1 AS number"});
  try {
    static_cast<void>(kept.read<Track>(rows));
    FAIL() << "read";
  } catch (const DecodeError& error) {
    EXPECT_STREQ(error.what(), "there is no column name");
  }
}

TEST_F(ColumnsTest, come_back_as_they_were_written) {
  const std::vector<Track> tracks{{.number = 7, .name = R"(a "b", c)", .made = {noon, std::nullopt}},
                                  {.number = 8, .name = "", .made = {noon, "Ana"}}};
  Arguments arguments;
  track_columns.add_arrays(arguments, tracks);
  const MadeStatement echo{"echo_arrays", "SELECT * FROM unnest(" + track_columns.arrays<Track>(1) +
                                              ") AS t (" + track_columns.each() + ")"};
  const auto rows = testing::run(io_, database_->query(Scope::nobody(), echo, std::move(arguments)));
  const auto read = track_columns.read<Track>(rows);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].name, tracks[0].name);
  EXPECT_EQ(read[0].made.at, noon);
  EXPECT_EQ(read[0].made.by, std::nullopt);
  EXPECT_EQ(read[1].made.by, "Ana");
}

}  // namespace
}  // namespace mrbill::postgres
