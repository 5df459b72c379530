// A state of the index that somebody reads is not written over, by whatever would write; not for ever.
#include "adapters/xapian/state_pin.hpp"

#include <optional>

#include "adapters/xapian/searching_fixture.hpp"
#include "adapters/xapian/whole_file.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;

class PinnedState : public Searching {
 protected:
  // A reader of the state before the last commit.
  void keep_with(std::chrono::milliseconds max_reading) {
    add("tool");
    keep.emplace(KeepIndex::Sources{rows, marks}, shelf, chance_of_marks, max_reading);
    testing::run(io, keep->open());
    reader.emplace(*shelf.current());
    reader->keep_only(Xapian::Database(shelf.current()->string()).get_revision());
    take_in("hammer");
    EXPECT_TRUE(keep->commit());
    EXPECT_EQ(watermark(), 2) << "whoever comes finds it";
  }
  void take_in(const std::string& name) { testing::run(io, keep->bring_up(acme, add(name).change_seq)); }
  // What readers find.
  [[nodiscard]] std::int64_t watermark() {
    return read_watermark(Xapian::Database(shelf.current()->string()), acme);
  }
  [[nodiscard]] std::map<std::string, std::uint64_t> tables() {
    std::map<std::string, std::uint64_t> hashes;
    for (const auto& entry : std::filesystem::directory_iterator(*shelf.current())) {
      if (entry.path().extension() == ".glass")
        hashes[entry.path().filename()] = hash_of(read_whole(entry.path()).value());
    }
    return hashes;
  }
  // Begins it and goes on until it waits for the clock.
  void begin(Task<> task) {
    ++under_way;
    asio::co_spawn(io, std::move(task), [this](const std::exception_ptr& failure) {
      EXPECT_FALSE(failure);
      --under_way;
    });
    io.restart();
    io.poll();
  }
  void end_all() {
    const auto end = std::chrono::steady_clock::now() + testing::test_timeout;
    while (under_way > 0 && io.run_one_until(end) != 0) {
    }
    EXPECT_EQ(under_way, 0);
  }

  IndexFolder shelf{folder};
  std::optional<KeepIndex> keep;
  std::optional<StatePin> reader;
  int under_way = 0;
};

TEST_F(PinnedState, is_written_over_by_nothing_until_its_readers_have_read_on) {
  keep_with(1min);
  std::optional<StatePin> second(std::in_place, *shelf.current());
  const auto before = tables();
  for (int i = 0; i < 4'200; ++i) rows.add("nail");
  begin(keep->bring_up(acme, rows.all().back().change_seq));
  begin(keep->catch_up());
  begin(keep->follow_history());
  EXPECT_EQ(under_way, 3);
  EXPECT_FALSE(keep->commit()) << "there is nothing";
  EXPECT_EQ(tables(), before);
  reader.reset();
  for (int turn = 0; turn < 20; ++turn) io.run_one_for(5ms);
  EXPECT_EQ(tables(), before) << "one still reads";
  second.reset();
  end_all();
  keep->commit();
  EXPECT_EQ(watermark(), 4'202);
}

TEST_F(PinnedState, is_not_the_newest_one_whose_readers_hold_nothing_up) {
  keep_with(1min);
  const auto newest = Xapian::Database(shelf.current()->string()).get_revision();
  reader.emplace(*shelf.current());
  reader->keep_only(newest);
  EXPECT_TRUE(StatePin::is_pinned(*shelf.current(), newest));
  EXPECT_FALSE(StatePin::is_pinned(*shelf.current(), newest - 1));
  take_in("nail");
  EXPECT_TRUE(keep->commit());
  EXPECT_EQ(watermark(), 3);
}

TEST_F(PinnedState, is_written_over_when_its_reader_does_not_move) {
  keep_with(20ms);
  take_in("nail");
  begin(keep->follow_history());
  end_all();
  keep->commit();
  EXPECT_EQ(watermark(), 3);
}

TEST_F(PinnedState, is_waited_for_by_the_writer_that_comes_next) {
  keep_with(1min);
  keep.reset();
  const auto next = IndexFolder(folder).open_current();
  EXPECT_FALSE(next->may_be_written());
  reader.reset();
  EXPECT_TRUE(next->may_be_written());
}

TEST_F(PinnedState, is_none_where_no_writer_has_made_that_possible) {
  const auto unknown = folder / "index-of-nobody";
  std::filesystem::create_directory(unknown);
  const StatePin none(unknown);
  EXPECT_FALSE(StatePin::is_pinned(unknown, 1));
  StatePin::make_possible(unknown);
  EXPECT_FALSE(StatePin::is_pinned(unknown, 1));
  const StatePin pin(unknown);
  EXPECT_TRUE(StatePin::is_pinned(unknown, 1));
  EXPECT_TRUE(StatePin::is_pinned(unknown, 2));
}

}  // namespace
}  // namespace mrbill::catalog
