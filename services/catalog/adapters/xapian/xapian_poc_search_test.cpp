#include "adapters/xapian/xapian_poc_search.hpp"

#include <fstream>
#include <thread>

#include "adapters/xapian/searching_fixture.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;

INSTANTIATE_TEST_SUITE_P(Xapian, PocSearchContract, ::testing::Values(+[]() -> std::unique_ptr<SearchWorld> {
                           return std::make_unique<XapianSearchWorld>();
                         }));

TEST_F(Searching, says_so_when_there_is_no_index_yet) {
  XapianPocSearch search(options(), registry);
  EXPECT_THROW(static_cast<void>(found(search, asking("x"))), SearchUnavailable);
}

TEST_F(Searching, follows_an_index_that_was_built_anew_while_it_serves) {
  add("tool a");
  index();
  XapianPocSearch search(options(), registry);
  EXPECT_EQ(found(search, asking("tool")).total, 1);
  add("tool b");
  IndexFolder shelf(folder);
  KeepIndex keep({rows, marks}, shelf, chance_of_marks);
  testing::run(io, keep.rebuild());
  EXPECT_EQ(found(search, asking("tool")).total, 2);
  EXPECT_EQ(testing::run(io, search.watermark(acme)), 2);
}

TEST_F(Searching, waits_for_an_index_that_is_behind_until_the_deadline) {
  using std::chrono::milliseconds;
  add("tool a");
  index();
  XapianPocSearch search(options(), registry);
  EXPECT_TRUE(testing::run(io, search.wait_for(acme, 1, Deadline::in(milliseconds{0}))));
  EXPECT_FALSE(testing::run(io, search.wait_for(acme, 2, Deadline::in(milliseconds{100}))))
      << "and looks again and again";
  add("tool b");
  std::jthread indexer([this] {
    asio::io_context its_own;
    IndexFolder shelf(folder);
    KeepIndex keep({rows, marks}, shelf, chance_of_marks);
    testing::run(its_own, keep.open());
  });
  EXPECT_TRUE(testing::run(io, search.wait_for(acme, 2, Deadline::in(milliseconds{10'000}))));
}

TEST_F(Searching, builds_a_damaged_index_anew) {
  add("tool a");
  index();
  const auto current = IndexFolder(folder).current();
  for (const auto& file : std::filesystem::directory_iterator(*current)) {
    if (file.path().extension() == ".glass" || file.path().filename() == "iamglass") {
      std::ofstream(file.path(), std::ios::trunc) << "garbage";
    }
  }
  index();
  EXPECT_THAT(names("tool"), ElementsAre("tool a"));
}

}  // namespace
}  // namespace mrbill::catalog
