// An index that a reader holds is not written over, by whatever would commit it; not for ever.
#include "adapters/xapian/index_hold.hpp"

#include <optional>

#include "adapters/xapian/searching_fixture.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;

class HeldIndex : public Searching {
 protected:
  void keep_with(std::chrono::milliseconds longest_wait) {
    add("tool");
    keep.emplace(KeepIndex::Sources{rows, marks}, shelf, chance_of_marks, longest_wait);
    testing::run(io, keep->open());
    hold.emplace(IndexHold::of_reader(*shelf.current()));
  }
  void take_in(const std::string& name) { testing::run(io, keep->bring_up(acme, add(name).change_seq)); }
  // What readers find.
  [[nodiscard]] std::int64_t watermark() {
    return read_watermark(Xapian::Database(shelf.current()->string()), acme);
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
    const auto end = std::chrono::steady_clock::now() + testing::test_patience;
    while (under_way > 0 && io.run_one_until(end) != 0) {
    }
    EXPECT_EQ(under_way, 0);
  }

  IndexFolder shelf{folder};
  std::optional<KeepIndex> keep;
  std::optional<IndexHold> hold;
  int under_way = 0;
};

TEST_F(HeldIndex, is_committed_once_its_readers_have_read_on) {
  keep_with(1min);
  std::optional<IndexHold> second(IndexHold::of_reader(*shelf.current()));
  take_in("hammer");
  EXPECT_FALSE(keep->commit());
  hold.reset();
  EXPECT_FALSE(keep->commit()) << "one still reads";
  second.reset();
  EXPECT_TRUE(keep->commit());
  EXPECT_EQ(watermark(), 2);
  EXPECT_FALSE(keep->commit()) << "there is nothing";
}

TEST_F(HeldIndex, is_committed_whoever_holds_it_when_its_time_has_come) {
  keep_with(0ms);
  take_in("hammer");
  EXPECT_TRUE(keep->commit());
  EXPECT_EQ(watermark(), 2);
}

TEST_F(HeldIndex, is_not_committed_by_sweeps_marks_and_great_imports_either) {
  keep_with(1min);
  take_in("hammer");
  testing::run(io, keep->catch_up());
  EXPECT_EQ(watermark(), 1);
  begin(keep->follow_history());
  for (int i = 0; i < 4'200; ++i) rows.add("nail");
  begin(keep->catch_up());
  EXPECT_EQ(under_way, 2);
  EXPECT_EQ(watermark(), 1);
  hold.reset();
  end_all();
  keep->commit();
  EXPECT_EQ(watermark(), 4'202);
}

TEST_F(HeldIndex, takes_in_great_imports_and_marks_after_a_bounded_wait) {
  keep_with(20ms);
  take_in("hammer");
  begin(keep->follow_history());
  for (int i = 0; i < 4'200; ++i) rows.add("nail");
  begin(keep->catch_up());
  end_all();
  EXPECT_GE(watermark(), 4'002);
}

TEST_F(HeldIndex, is_one_that_its_writer_has_opened) {
  const auto unknown = folder / "index-of-nobody";
  std::filesystem::create_directory(unknown);
  const auto none = IndexHold::of_reader(unknown);
  EXPECT_FALSE(IndexHold::is_held(unknown));
  IndexHold::make_possible(unknown);
  EXPECT_FALSE(IndexHold::is_held(unknown));
  const auto held = IndexHold::of_reader(unknown);
  EXPECT_TRUE(IndexHold::is_held(unknown));
}

}  // namespace
}  // namespace mrbill::catalog
