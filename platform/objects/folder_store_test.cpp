#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include <async/work_pool.hpp>
#include <base/encoding.hpp>
#include <objects/folder_store.hpp>
#include <objects/object_store_contract.hpp>
#include <objects/whole.hpp>
#include <testing/manual_clock.hpp>

namespace mrbill::objects {
namespace {

namespace fs = std::filesystem;

// A folder of its own, gone with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    auto pattern = (fs::temp_directory_path() / "mrbill-objects-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct FolderFixture {
  asio::io_context io;  // outlives the pool, whose threads post to it
  TemporaryFolder folder;
  testing::ManualClock clock;
  SystemRandom random;
  WorkPool pool{2, 16};
  LinkSigner links{Secret(std::string(64, 'a')), "http://localhost:8080", clock};
  FolderStore files{folder.path(), pool, links, random};
  ObjectStore& store() { return files; }
};

INSTANTIATE_TYPED_TEST_SUITE_P(Folder, ObjectStoreContract, FolderFixture);

class FolderStoreTest : public ObjectStoreContract<FolderFixture> {
 protected:
  fs::path data() { return fixture.folder.path() / "data"; }
  bool nothing_is_left() { return fs::is_empty(fixture.folder.path() / "incoming"); }
};

TEST_F(FolderStoreTest, leaves_no_file_behind_whatever_happens_to_an_upload) {
  ASSERT_TRUE(put("k", "x"));
  EXPECT_TRUE(nothing_is_left());
  EXPECT_FALSE(put(to("big", 4), one_chunk("hello")));
  EXPECT_TRUE(nothing_is_left());
  EXPECT_THROW(static_cast<void>(put(to("broken"), breaking())), std::runtime_error);
  EXPECT_TRUE(nothing_is_left());
  EXPECT_FALSE(put(absent("k"), one_chunk("y")));
  EXPECT_TRUE(nothing_is_left());
}

// Another process takes the folders of its last file away, at the moment in which ours are made.
TEST_F(FolderStoreTest, puts_a_file_beside_one_that_is_removed_with_its_folders) {
  const auto come_and_go = [](FolderFixture& one, FolderStore& files, const std::string& key) {
    for (int i = 0; i < 300; ++i) {
      ASSERT_TRUE(testing::run(one.io, files.put(to(key), one_chunk("x")))) << i;
      ASSERT_TRUE(testing::run(one.io, files.remove(key))) << i;
    }
  };
  FolderFixture other;
  FolderStore of_the_other{fixture.folder.path(), other.pool, other.links, other.random};
  std::jthread process([&] { come_and_go(other, of_the_other, "users/a/imports/2"); });
  come_and_go(fixture, fixture.files, "users/a/imports/1");
}

TEST_F(FolderStoreTest, a_disk_that_takes_no_more_is_unavailable_and_changes_nothing) {
  ASSERT_TRUE(put("k", "old"));
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  auto* handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 100'000;
  setrlimit(RLIMIT_FSIZE, &small);
  EXPECT_THROW(static_cast<void>(put("k", repeated(200'000))), StoreUnavailable);
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(content("k"), "old");
  EXPECT_TRUE(nothing_is_left());
}

TEST_F(FolderStoreTest, follows_no_symbolic_link_out_of_its_folder) {
  TemporaryFolder outside;
  std::ofstream(outside.path() / "secret@object") << "secret";
  fs::create_directory_symlink(outside.path(), data() / "link");
  fs::create_symlink(outside.path() / "secret@object", data() / "file@object");
  EXPECT_EQ(head("link/secret").error(), StoreError::not_found);
  EXPECT_EQ(head("file").error(), StoreError::not_found);
  EXPECT_THROW(static_cast<void>(put("link/new", "x")), StoreUnavailable);
  EXPECT_TRUE(remove("link/secret"));
  EXPECT_TRUE(fs::exists(outside.path() / "secret@object"));
  EXPECT_EQ(std::distance(fs::directory_iterator(outside.path()), fs::directory_iterator()), 1);
}

TEST_F(FolderStoreTest, a_put_over_a_symbolic_link_replaces_the_link_itself) {
  TemporaryFolder outside;
  std::ofstream(outside.path() / "target") << "untouched";
  fs::create_symlink(outside.path() / "target", data() / "k@object");
  ASSERT_TRUE(put("k", "x"));
  EXPECT_EQ(content("k"), "x");
  EXPECT_EQ(fs::file_size(outside.path() / "target"), 9u);
}

TEST_F(FolderStoreTest, opens_nothing_that_is_not_a_plain_file) {
  ASSERT_EQ(mkfifo((data() / "pipe@object").c_str(), 0600), 0);
  EXPECT_EQ(head("pipe").error(), StoreError::not_found);
}

TEST_F(FolderStoreTest, a_file_that_is_not_one_of_its_own_is_an_error_and_not_an_object) {
  std::ofstream(data() / "foreign@object")
      << "no footer here, though it is long enough to hold one somewhere";
  std::ofstream(data() / "short@object") << "x";
  EXPECT_THROW(static_cast<void>(head("foreign")), StoreUnavailable);
  EXPECT_THROW(static_cast<void>(head("short")), StoreUnavailable);
}

TEST_F(FolderStoreTest, tells_what_is_whole_from_what_is_gone_rotten_or_cut) {
  const auto whole = [this](const std::string& key) { return run(is_whole(fixture.files, key)); };
  for (const auto* key : {"sound", "rotten", "cut", "gone"}) ASSERT_TRUE(put(key, repeated(300'000)));
  std::fstream(data() / "rotten@object", std::ios::in | std::ios::out | std::ios::binary).seekp(200'000)
      << '!';
  fs::resize_file(data() / "cut@object", 100);
  ASSERT_TRUE(remove("gone"));
  EXPECT_TRUE(whole("sound"));
  EXPECT_FALSE(whole("rotten"));
  EXPECT_FALSE(whole("cut"));
  EXPECT_FALSE(whole("gone"));
}

TEST_F(FolderStoreTest, takes_its_empty_folders_away) {
  ASSERT_TRUE(put("temp/one/file", "x"));
  ASSERT_TRUE(put("temp/two/file", "x"));
  ASSERT_TRUE(remove("temp/one/file"));
  EXPECT_FALSE(fs::exists(data() / "temp/one"));
  EXPECT_TRUE(fs::exists(data() / "temp/two"));
}

TEST_F(FolderStoreTest, sweeps_only_what_was_abandoned_a_day_ago) {
  auto incoming = fixture.folder.path() / "incoming";
  std::ofstream(incoming / "old") << "x";
  std::ofstream(incoming / "young") << "x";
  fs::last_write_time(incoming / "old", fs::file_time_type::clock::now() - std::chrono::hours(25));
  FolderStore again(fixture.folder.path(), fixture.pool, fixture.links, fixture.random);
  EXPECT_FALSE(fs::exists(incoming / "old"));
  EXPECT_TRUE(fs::exists(incoming / "young"));
}

TEST_F(FolderStoreTest, survives_a_restart) {
  ASSERT_TRUE(put("a/b", "x"));
  FolderStore again(fixture.folder.path(), fixture.pool, fixture.links, fixture.random);
  auto found = run(again.head("a/b"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->size, 1u);
}

TEST_F(FolderStoreTest, says_when_its_folder_cannot_be_used) {
  std::ofstream(fixture.folder.path() / "file") << "x";
  EXPECT_THROW(FolderStore(fixture.folder.path() / "file", fixture.pool, fixture.links, fixture.random),
               StoreUnavailable);
}

// Many writers, removers and readers of the same few keys: every read is one whole version.
TEST_F(FolderStoreTest, readers_see_whole_versions_while_others_write_and_remove) {
  auto& io = fixture.io;
  auto version = [](int i) { return std::string(50'000, static_cast<char>('a' + i % 26)); };
  int broken = 0;
  auto write = [](ObjectStore& store, std::string key, std::string text) -> Task<> {
    static_cast<void>(co_await store.put(to(key), one_chunk(std::move(text))));
  };
  auto erase = [](ObjectStore& store, std::string key) -> Task<> {
    static_cast<void>(co_await store.remove(key));
  };
  auto check = [](ObjectStore& store, std::string key, int& bad) -> Task<> {
    auto download = co_await store.get(key, {});
    if (!download) co_return;
    auto text = co_await drain(download->chunks);
    bad += text.size() != 50'000 || text != std::string(50'000, text[0]);
  };
  for (int i = 0; i < 40; ++i) {
    auto key = "race/" + std::to_string(i % 2) + "/file";
    int failures = 0;
    auto done = [&](std::exception_ptr error) { failures += error != nullptr; };
    asio::co_spawn(io, write(fixture.files, key, version(i)), done);
    asio::co_spawn(io, check(fixture.files, key, broken), done);
    asio::co_spawn(io, erase(fixture.files, key), done);
    asio::co_spawn(io, write(fixture.files, key, version(i + 1)), done);
    asio::co_spawn(io, check(fixture.files, key, broken), done);
    io.restart();
    io.run();
    EXPECT_EQ(failures, 0);
  }
  EXPECT_EQ(broken, 0);
  EXPECT_TRUE(nothing_is_left());
}

}  // namespace
}  // namespace mrbill::objects
