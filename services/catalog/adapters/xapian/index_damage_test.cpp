// What becomes of an index that is not what was written, or not what the store says.
#include <fstream>
#include <functional>
#include <random>

#include <fmt/format.h>

#include "adapters/xapian/root_seal.hpp"
#include "adapters/xapian/searching_fixture.hpp"
#include "adapters/xapian/whole_file.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {
namespace {

namespace fs = std::filesystem;

constexpr int pocs = 150;
constexpr int seeds = 24;

using Chance = std::mt19937;

std::size_t below(Chance& chance, std::size_t end) {
  return std::uniform_int_distribution<std::size_t>(0, end - 1)(chance);
}

std::vector<fs::path> files_of(const fs::path& index) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(index)) {
    if (entry.path().extension() == ".glass") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

void flip_a_byte(const fs::path& path, Chance& chance) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  const auto at = static_cast<std::streamoff>(below(chance, fs::file_size(path)));
  file.seekg(at);
  const auto was = static_cast<char>(file.get());
  file.seekp(at);
  file.put(static_cast<char>(was ^ static_cast<char>(1 + below(chance, 255))));
}

void flip(const fs::path& index, Chance& chance) {
  const auto files = files_of(index);
  flip_a_byte(files[below(chance, files.size())], chance);
}
void flip_many(const fs::path& index, Chance& chance) {
  for (int i = 0; i < 40; ++i) flip(index, chance);
}
void flip_the_root(const fs::path& index, Chance& chance) {
  flip_a_byte(index / "iamglass", chance);
}
void truncate(const fs::path& index, Chance& chance) {
  const auto files = files_of(index);
  const auto& path = files[below(chance, files.size())];
  fs::resize_file(path, below(chance, fs::file_size(path)));
}
void remove_a_file(const fs::path& index, Chance& chance) {
  auto files = files_of(index);
  files.push_back(index / "iamglass");
  fs::remove(files[below(chance, files.size())]);
}
void remove_all(const fs::path& index, Chance& /*chance*/) {
  fs::remove_all(index);
}

using Harm = std::function<void(const fs::path&, Chance&)>;
struct NamedHarm {
  const char* name;
  Harm harm;
};

class KeptIndex : public Searching {
 protected:
  KeptIndex() {
    for (int i = 0; i < pocs; ++i) born("tool");
    open();
    for (int i = 0; i < 30; ++i) take_in(born("late tool"));
    look_around();
  }
  Poc& born(const std::string& name) {
    const auto number = static_cast<int>(all_names.size());
    auto& poc = add(fmt::format("{} {}", name, number));
    poc.content.description = fmt::format("number {} of many, it hammers and saws {}", number, number % 7);
    poc.content.language = number % 2 == 0 ? "Go" : "Rust";
    poc.content.tags = {"cli", fmt::format("t{}", number % 5)};
    return poc;
  }
  void take_in(const Poc& poc) {
    testing::run(io, keep->bring_up(poc.tenant, poc.change_seq));
    keep->commit();
  }
  void open() {
    if (!keep) keep = std::make_unique<KeepIndex>(KeepIndex::Sources{rows, marks}, shelf, chance_of_marks);
    testing::run(io, keep->open());
  }
  void close() {
    look_around();
    keep->commit();
    keep.reset();
  }
  void look_around() {
    for (int i = 0; i < 3; ++i) keep->inspect();
  }
  void follow_history() {
    testing::run(io, keep->follow_history());
    keep->commit();
  }
  // What lies on the disk at this moment, elsewhere.
  fs::path what_a_kill_would_leave() {
    fs::remove_all(left);
    fs::copy(folder, left, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    return left;
  }
  ~KeptIndex() override { fs::remove_all(left); }
  fs::path current() { return shelf.current().value_or(fs::path()); }
  void expect_whole() {
    auto request = asking("tool");
    request.facets = true;
    const auto found = find(request);
    EXPECT_EQ(found.total, testing::run(io, rows.counts(std::nullopt, 1)).front().live);
    EXPECT_EQ(found.facets->languages.size(), 2U);
  }

  fs::path left = folder.string() + "-left";
  IndexFolder shelf{folder};
  std::unique_ptr<KeepIndex> keep;
};

class DamagedIndex : public KeptIndex, public ::testing::WithParamInterface<NamedHarm> {};

TEST_P(DamagedIndex, is_found_while_it_is_open_and_built_anew_under_another_name) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE(seed);
    Chance chance(seed);
    const auto before = current();
    GetParam().harm(before, chance);
    look_around();
    ASSERT_FALSE(keep->is_open());
    ASSERT_EQ(shelf.current(), std::nullopt) << "nobody searches in it any more";
    EXPECT_THROW(find(asking("tool")), SearchUnavailable);
    open();
    look_around();
    ASSERT_TRUE(keep->is_open());
    EXPECT_NE(current(), before);
    expect_whole();
  }
}

TEST_P(DamagedIndex, is_found_when_it_is_opened_and_built_anew) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE(seed);
    Chance chance(seed);
    const auto before = current();
    close();
    GetParam().harm(before, chance);
    open();
    EXPECT_NE(current(), before);
    expect_whole();
  }
}

TEST_P(DamagedIndex, gives_its_readers_an_answer_or_says_that_there_is_none_and_ends_nobody) {
  int answers = 0;
  for (unsigned seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE(seed);
    Chance chance(seed);
    const auto copy = folder / fmt::format("index-copy-{}", seed);
    fs::copy(current(), copy);
    GetParam().harm(copy, chance);
    fs::create_directory(folder / "readers");
    fs::remove(folder / "readers/current");
    fs::create_directory_symlink(copy, folder / "readers/current");
    auto its_options = options();
    its_options.folder = folder / "readers";
    XapianPocSearch search(its_options, registry);
    for (const auto* words : {"tool", "saws late", "hammrs", "t3", "numbr 7"}) {
      auto request = asking(words);
      request.facets = true;
      request.limit = 100;
      try {
        static_cast<void>(testing::run(io, search.watermark(acme)));
        static_cast<void>(found(search, request));
        ++answers;
      } catch (const SearchUnavailable&) {
        ++answers;
      }
    }
  }
  EXPECT_EQ(answers, 5 * seeds);
}

INSTANTIATE_TEST_SUITE_P(Kinds, DamagedIndex,
                         ::testing::Values(NamedHarm{"flipped", flip}, NamedHarm{"flipped_often", flip_many},
                                           NamedHarm{"root_flipped", flip_the_root},
                                           NamedHarm{"truncated", truncate},
                                           NamedHarm{"file_removed", remove_a_file},
                                           NamedHarm{"removed", remove_all}),
                         [](const auto& kind) { return kind.param.name; });

TEST_F(KeptIndex, is_never_taken_for_damaged_while_it_is_written_and_looked_at_in_turns) {
  Chance chance(1);
  const auto before = current();
  std::vector<Poc*> all;
  for (int i = 0; i < 400; ++i) {
    if (i % 3 == 0 || all.empty()) all.push_back(&born("tool"));
    auto& changed = *all[below(chance, all.size())];
    changed.content.description = std::string(below(chance, 3'000), 'x') + fmt::format(" {}", i);
    if (i % 7 == 0) changed.deleted_at = Timestamp{};
    rows.touch(changed);
    testing::run(io, keep->bring_up(acme, changed.change_seq));
    if (i % 2 == 0) keep->commit();
    if (i % 5 == 0) follow_history();
    if (i % 100 == 99) {
      close();
      open();
    }
    keep->inspect();
    ASSERT_TRUE(keep->is_open()) << i;
  }
  EXPECT_EQ(current(), before);
  expect_whole();
}

TEST_F(KeptIndex, of_a_process_that_was_killed_in_the_middle_is_taken_on_as_it_is) {
  for (int i = 0; i < 12; ++i) {
    SCOPED_TRACE(i);
    for (int j = 0; j <= i; ++j) testing::run(io, keep->bring_up(acme, born("tool").change_seq));
    IndexFolder its_shelf(what_a_kill_would_leave());
    const auto before = its_shelf.current();
    KeepIndex successor({rows, marks}, its_shelf, chance_of_marks);
    testing::run(io, successor.open());
    for (int j = 0; j < 3; ++j) successor.inspect();
    EXPECT_TRUE(successor.is_open());
    EXPECT_EQ(its_shelf.current(), before);
    if (i % 3 == 0) keep->commit();
    if (i % 4 == 0) look_around();
  }
}

TEST_F(KeptIndex, of_a_process_that_was_killed_between_commit_and_seal_is_taken_on) {
  testing::run(io, keep->bring_up(acme, born("tool").change_seq));
  RootSeal(current()).announce();
  const auto before_the_commit = read_whole(current() / "seal");
  keep->commit();
  IndexFolder its_shelf(what_a_kill_would_leave());
  const auto before = its_shelf.current().value();
  write_whole(before / "seal", before_the_commit.value());
  ASSERT_FALSE(RootSeal(before).holds());
  KeepIndex successor({rows, marks}, its_shelf, chance_of_marks);
  testing::run(io, successor.open());
  EXPECT_TRUE(successor.is_open());
  EXPECT_EQ(its_shelf.current(), before);
  EXPECT_TRUE(RootSeal(before).holds());
}

TEST_F(KeptIndex, is_built_anew_when_the_store_was_put_back_behind_it) {
  follow_history();
  const auto backup = rows;
  const auto marks_then = marks;
  for (int i = 0; i < 20; ++i) take_in(born("lost tool"));
  follow_history();
  const auto before = current();
  rows.restore(backup);
  marks = marks_then;
  follow_history();
  EXPECT_FALSE(keep->is_open());
  open();
  EXPECT_NE(current(), before);
  expect_whole();
}

TEST_F(KeptIndex, is_built_anew_when_the_store_has_the_same_numbers_by_another_history) {
  follow_history();
  const auto backup = rows;
  const auto marks_then = marks;
  for (int i = 0; i < 20; ++i) take_in(born("lost tool"));
  follow_history();
  close();
  const auto before = current();
  rows.restore(backup);
  marks = marks_then;
  all_names.clear();
  for (int i = 0; i < 25; ++i) born("phoenix tool");
  open();
  EXPECT_NE(current(), before);
  EXPECT_EQ(find(asking("phoenix")).total, 25);
  EXPECT_EQ(find(asking("lost")).total, 0);
}

TEST_F(KeptIndex, is_built_anew_when_it_knows_changes_that_the_store_has_not) {
  const auto backup = rows;
  for (int i = 0; i < 20; ++i) take_in(born("lost tool"));
  rows.restore(backup);
  testing::run(io, keep->catch_up());
  EXPECT_FALSE(keep->is_open());
  open();
  expect_whole();
}

TEST_F(KeptIndex, is_built_anew_for_a_store_that_does_not_know_it) {
  const auto before = current();
  close();
  marks = {};
  open();
  EXPECT_NE(current(), before);
}

TEST_F(KeptIndex, is_taken_on_whichever_of_its_two_marks_the_store_holds) {
  class MarksThatAreCutOff final : public IndexMarkStore {
   public:
    explicit MarksThatAreCutOff(MemoryIndexMarks& inner) : inner_(inner) {}
    Task<std::optional<Uuid>> find(Uuid index) override { return inner_.find(index); }
    Task<> introduce(Uuid index, Uuid mark) override { return inner_.introduce(index, mark); }
    Task<bool> replace(Uuid index, Uuid from, Uuid to) override {
      if (arrives) static_cast<void>(co_await inner_.replace(index, from, to));
      throw ServiceUnavailable("the connection broke");
    }
    bool arrives = false;

   private:
    MemoryIndexMarks& inner_;
  } cut_off(marks);
  for (const bool arrives : {false, true}) {
    close();
    const auto before = current();
    cut_off.arrives = arrives;
    KeepIndex dying({rows, cut_off}, shelf, chance_of_marks);
    testing::run(io, dying.open());
    EXPECT_THROW(testing::run(io, dying.follow_history()), ServiceUnavailable);
    testing::run(io, dying.bring_up(acme, born("tool").change_seq));
    dying.commit();
    for (int i = 0; i < 3; ++i) dying.inspect();
    dying.heed_reports();
    IndexFolder its_shelf(what_a_kill_would_leave());
    KeepIndex successor({rows, marks}, its_shelf, chance_of_marks);
    testing::run(io, successor.open());
    EXPECT_EQ(its_shelf.current()->filename(), before.filename()) << "arrives: " << arrives;
    testing::run(io, successor.follow_history());
    EXPECT_TRUE(successor.is_open());
    shelf.withdraw();
    keep = std::make_unique<KeepIndex>(KeepIndex::Sources{rows, marks}, shelf, chance_of_marks);
    testing::run(io, keep->open());
  }
}

TEST_F(KeptIndex, is_built_anew_when_it_has_another_number_of_pocs_than_the_store) {
  testing::run(io, keep->compare_counts());
  EXPECT_TRUE(keep->is_open());
  rows.forget_first();
  testing::run(io, keep->compare_counts());
  EXPECT_FALSE(keep->is_open());
  open();
  expect_whole();
}

TEST_F(KeptIndex, that_readers_do_not_find_any_more_is_built_anew) {
  fs::remove(folder / "current");
  keep->inspect();
  EXPECT_FALSE(keep->is_open());
  open();
  expect_whole();
}

TEST_F(KeptIndex, is_built_anew_when_a_reader_met_damage) {
  const auto before = current();
  IndexFolder::report_damage(before);
  keep->heed_reports();
  EXPECT_FALSE(keep->is_open());
  open();
  EXPECT_NE(current(), before);
  keep->heed_reports();
  EXPECT_TRUE(keep->is_open()) << "the new one is another matter";
}

TEST_F(KeptIndex, of_another_form_of_documents_is_built_anew) {
  close();
  const auto before = current();
  {
    Xapian::WritableDatabase database(before.string(), Xapian::DB_OPEN);
    database.set_metadata("form", "that of last year");
    database.commit();
    RootSeal(before).put();
  }
  open();
  EXPECT_NE(current(), before);
  expect_whole();
}

TEST_F(KeptIndex, goes_on_serving_while_another_writer_has_it) {
  IndexFolder second_shelf(folder);
  KeepIndex second({rows, marks}, second_shelf, chance_of_marks);
  EXPECT_THROW(testing::run(io, second.open()), IndexTaken);
  EXPECT_FALSE(second.is_open());
  expect_whole();
}

TEST_F(KeptIndex, leaves_nothing_behind_of_attempts_that_failed) {
  for (int i = 0; i < 3; ++i) static_cast<void>(shelf.create_fresh());
  const auto folders = std::ranges::distance(fs::directory_iterator(folder), fs::directory_iterator());
  EXPECT_EQ(folders, 3) << "the link, the current one, the last attempt";
  expect_whole();
}

}  // namespace
}  // namespace mrbill::catalog
