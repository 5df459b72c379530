#include "adapters/xapian/xapian_poc_search.hpp"

#include <filesystem>
#include <fstream>
#include <list>
#include <map>
#include <set>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "adapters/xapian/xapian_poc_index.hpp"
#include "usecases/keep_index.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

template <class T>
T numbered(std::uint8_t kind, int number) {
  T id;
  id.uuid.bytes[0] = kind;
  for (int i = 0; i < 4; ++i)
    id.uuid.bytes[static_cast<std::size_t>(12 + i)] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
  return id;
}

const TenantId acme = numbered<TenantId>(1, 1);
const TenantId globex = numbered<TenantId>(1, 2);
const UserId ana = numbered<UserId>(2, 1);
const UserId bia = numbered<UserId>(2, 2);

// A store of rows in memory, with the counters of its tenants.
class RowsInMemory final : public ChangeFeed {
 public:
  Poc& add(std::string name, TenantId tenant = acme, UserId creator = ana) {
    Poc poc;
    poc.id = numbered<PocId>(3, ++last_id_);
    poc.tenant = tenant;
    poc.creator = creator;
    poc.content.name = std::move(name);
    poc.created_at = Timestamp(std::chrono::hours(24 * last_id_));
    poc.updated_at = poc.created_at;
    poc.change_seq = ++heads_[tenant];
    rows_.push_back(std::move(poc));
    return rows_.back();
  }
  void touch(Poc& poc) { poc.change_seq = ++heads_[poc.tenant]; }

  Task<std::vector<Poc>> changed_since(TenantId tenant, std::int64_t change_seq, int most) override {
    std::vector<Poc> changed;
    for (const auto& row : rows_) {
      if (row.tenant == tenant && row.change_seq > change_seq) changed.push_back(row);
    }
    std::ranges::sort(changed, {}, &Poc::change_seq);
    if (changed.size() > static_cast<std::size_t>(most)) changed.resize(static_cast<std::size_t>(most));
    co_return changed;
  }
  Task<std::vector<TenantHead>> heads(std::optional<TenantId> after, int most) override {
    std::vector<TenantHead> heads;
    for (const auto& [tenant, seq] : heads_) {
      const bool wanted = !after || tenant > *after;
      if (wanted && heads.size() < static_cast<std::size_t>(most)) heads.push_back({tenant, seq});
    }
    co_return heads;
  }

 private:
  int last_id_ = 0;
  std::list<Poc> rows_;
  std::map<TenantId, std::int64_t> heads_;
};

class Searching : public ::testing::Test {
 protected:
  Searching() {
    std::string pattern = std::filesystem::temp_directory_path() / "searchXXXXXX";
    folder = mkdtemp(pattern.data());
  }
  ~Searching() override { std::filesystem::remove_all(folder); }

  void index() {
    IndexFolder shelf(folder);
    KeepIndex keep(rows, shelf);
    testing::run(io, keep.open());
  }
  SearchResult find(SearchRequest request) {
    XapianPocSearch search({.folder = folder, .threads = 1, .queue = 8}, registry);
    return testing::run(io, search.find(std::move(request)));
  }
  static SearchRequest asking(std::string text) {
    SearchRequest request;
    request.caller.tenant = acme;
    request.caller.user = ana;
    request.text = std::move(text);
    return request;
  }
  std::vector<std::string> names(SearchRequest request) {
    std::vector<std::string> out;
    for (const auto& hit : find(std::move(request)).hits) {
      for (const auto& name : all_names) {
        if (name.first == hit.id) out.push_back(name.second);
      }
    }
    return out;
  }
  std::vector<std::string> names(std::string text) { return names(asking(std::move(text))); }
  Poc& add(std::string name, TenantId tenant = acme, UserId creator = ana) {
    auto& poc = rows.add(name, tenant, creator);
    all_names.emplace_back(poc.id, std::move(name));
    return poc;
  }

  std::filesystem::path folder;
  asio::io_context io;
  metrics::Registry registry;
  RowsInMemory rows;
  std::vector<std::pair<PocId, std::string>> all_names;
};

TEST_F(Searching, finds_by_word_and_by_the_beginning_of_a_word_whole_words_first) {
  add("scalatest tricks");
  add("scala streams");
  index();
  EXPECT_THAT(names("scala"), ElementsAre("scala streams", "scalatest tricks"));
  EXPECT_THAT(names("strea"), ElementsAre("scala streams"));
}

TEST_F(Searching, ranks_the_name_over_the_description_over_the_rest) {
  add("one").content.tags = {"ray"};
  add("two").content.description = "casts a ray";
  add("ray");
  index();
  EXPECT_THAT(names("ray"), ElementsAre("ray", "two", "one"));
}

TEST_F(Searching, demands_every_word) {
  add("ray tracer");
  add("ray caster");
  index();
  EXPECT_THAT(names("ray tracer"), ElementsAre("ray tracer"));
  EXPECT_THAT(names("ray tracr"), ElementsAre("ray tracer"));
}

TEST_F(Searching, leaves_out_one_word_of_several_rather_than_finding_nothing) {
  add("ray tracer");
  index();
  EXPECT_THAT(names("ray piano"), ElementsAre("ray tracer"));
  EXPECT_THAT(names("grand piano"), IsEmpty());
  EXPECT_THAT(names("ray grand piano"), IsEmpty());
}

TEST_F(Searching, forgives_one_letter_and_two_in_long_words) {
  add("kubernetes operator");
  add("spring boot");
  index();
  EXPECT_THAT(names("sprinf"), ElementsAre("spring boot"));
  EXPECT_THAT(names("psring"), ElementsAre("spring boot"));
  EXPECT_THAT(names("kubrnets"), ElementsAre("kubernetes operator"));
  EXPECT_THAT(names("kubernetws oprator"), ElementsAre("kubernetes operator"));
}

TEST_F(Searching, does_not_forgive_where_the_word_is_known) {
  add("spring");
  add("string");
  index();
  EXPECT_THAT(names("string"), ElementsAre("string"));
}

TEST_F(Searching, knows_cpp_csharp_and_dot_net_and_folds_accents) {
  add("game in C++");
  add("game in C#");
  add("game in C");
  add("API em .NET");
  add("Ação");
  index();
  EXPECT_THAT(names("c++"), ElementsAre("game in C++"));
  EXPECT_THAT(names("C#"), ElementsAre("game in C#"));
  EXPECT_THAT(names(".net"), ElementsAre("API em .NET"));
  EXPECT_THAT(names("acao"), ElementsAre("Ação"));
}

TEST_F(Searching, never_finds_another_tenants_or_a_colleagues_private_poc) {
  add("secret plan", globex, ana);
  add("secret diary", acme, bia);
  add("secret talk", acme, bia).content.is_public = true;
  index();
  EXPECT_THAT(names("secret"), IsEmpty());
  auto request = asking("secret");
  request.filter.scope = Scope::tenant;
  EXPECT_THAT(names(request), ElementsAre("secret talk"));
}

TEST_F(Searching, corrects_by_the_tenants_own_words_alone) {
  add("zanzibar", globex, ana);
  index();
  EXPECT_EQ(find(asking("zanzibra")).total, 0);
}

TEST_F(Searching, filters_by_language_tags_framework_and_time) {
  auto& wanted = add("tool a");
  wanted.content.language = "C++";
  wanted.content.tags = {"cli", "fast"};
  wanted.content.frameworks = {"Boost.Asio"};
  add("tool b").content.tags = {"cli"};
  index();
  auto request = asking("tool");
  request.filter.language = "c++";
  EXPECT_THAT(names(request), ElementsAre("tool a"));
  request = asking("tool");
  request.filter.tags = {"cli", "fast"};
  EXPECT_THAT(names(request), ElementsAre("tool a"));
  request = asking("tool");
  request.filter.framework = "boost.asio";
  EXPECT_THAT(names(request), ElementsAre("tool a"));
  request = asking("tool");
  request.filter.created_before = wanted.created_at;
  EXPECT_THAT(names(request), IsEmpty());
  request.filter.created_before = wanted.created_at + std::chrono::microseconds(1);
  request.filter.created_from = wanted.created_at;
  EXPECT_THAT(names(request), ElementsAre("tool a"));
}

TEST_F(Searching, finds_nothing_rather_than_slips_where_only_the_filter_excludes) {
  add("spring boot").content.language = "Java";
  add("sprint plan").content.language = "Go";
  index();
  auto request = asking("spring");
  request.filter.language = "Go";
  EXPECT_THAT(names(request), IsEmpty());
}

TEST_F(Searching, counts_facets_and_totals_exactly_whatever_the_page) {
  for (int i = 0; i < 30; ++i) {
    auto& poc = add(fmt::format("tool {}", i));
    poc.content.language = i % 3 == 0 ? "Go" : "Rust";
    poc.content.tags = {"cli"};
  }
  index();
  auto request = asking("tool");
  request.limit = 5;
  request.facets = true;
  const auto result = find(request);
  EXPECT_EQ(result.total, 30);
  EXPECT_EQ(result.hits.size(), 5U);
  EXPECT_THAT(result.facets->languages, ElementsAre(Count{"Rust", 20}, Count{"Go", 10}));
  EXPECT_THAT(result.facets->tags, ElementsAre(Count{"cli", 30}));
  EXPECT_THAT(result.facets->years, ElementsAre(Count{"1970", 30}));
}

TEST_F(Searching, pages_without_gap_or_repetition_among_equal_names) {
  for (int i = 0; i < 45; ++i) add("hello");
  index();
  std::set<PocId> seen;
  for (std::uint32_t offset = 0; offset < 45; offset += 20) {
    auto request = asking("hello");
    request.offset = offset;
    for (const auto& hit : find(request).hits) EXPECT_TRUE(seen.insert(hit.id).second);
  }
  EXPECT_EQ(seen.size(), 45U);
}

TEST_F(Searching, sorts_by_a_field_when_asked) {
  add("tool b");
  add("tool a");
  index();
  auto request = asking("tool");
  request.sort = Sort{SortField::name, SortOrder::ascending};
  EXPECT_THAT(names(request), ElementsAre("tool a", "tool b"));
  request.sort = Sort{SortField::created_at, SortOrder::ascending};
  EXPECT_THAT(names(request), ElementsAre("tool b", "tool a"));
}

TEST_F(Searching, restricts_to_and_leaves_out_given_ids) {
  const auto first = add("tool a").id;
  add("tool b");
  index();
  auto request = asking("tool");
  request.only = {{first}};
  EXPECT_THAT(names(request), ElementsAre("tool a"));
  request.only = std::vector<PocId>{};
  EXPECT_THAT(names(request), IsEmpty());
  request.only.reset();
  request.without = {first};
  EXPECT_THAT(names(request), ElementsAre("tool b"));
}

TEST_F(Searching, lays_newer_rows_over_the_index) {
  auto& renamed = add("old name");
  auto& deleted = add("old thing");
  add("old rest");
  index();
  auto request = asking("old");
  Poc newer = renamed;
  newer.content.name = "fresh";
  Poc gone = deleted;
  gone.deleted_at = Timestamp{};
  Poc born = add("old newcomer");
  request.overlay = {newer, gone, born};
  EXPECT_THAT(names(request), UnorderedElementsAre("old rest", "old newcomer"));
  request = asking("fresh");
  request.overlay = {newer, gone, born};
  EXPECT_EQ(find(request).total, 1);
}

TEST_F(Searching, marks_the_words_that_matched) {
  auto& poc = add("MyRayTracer");
  poc.content.description = "A ray tracer: every Ray counts.";
  index();
  const auto result = find(asking("ray"));
  ASSERT_EQ(result.hits.size(), 1U);
  const auto& highlights = result.hits[0].highlights;
  ASSERT_EQ(highlights.size(), 2U);
  EXPECT_EQ(highlights[0].fragment, "MyRayTracer");
  EXPECT_THAT(highlights[0].marks, ElementsAre(std::pair(2U, 5U)));
  EXPECT_THAT(highlights[1].marks, ElementsAre(std::pair(2U, 5U), std::pair(20U, 23U)));
}

TEST_F(Searching, finds_a_name_without_any_word_by_its_whole) {
  add("???");
  index();
  EXPECT_THAT(names("???"), ElementsAre("???"));
  EXPECT_THAT(names("!!!"), IsEmpty());
}

TEST_F(Searching, says_so_when_there_is_no_index_yet) {
  XapianPocSearch search({.folder = folder, .threads = 1, .queue = 8}, registry);
  EXPECT_FALSE(search.ready());
  EXPECT_THROW(static_cast<void>(testing::run(io, search.find(asking("x")))), SearchUnavailable);
}

TEST_F(Searching, follows_an_index_that_was_built_anew_while_it_serves) {
  add("tool a");
  index();
  XapianPocSearch search({.folder = folder, .threads = 1, .queue = 8}, registry);
  EXPECT_EQ(testing::run(io, search.find(asking("tool"))).total, 1);
  add("tool b");
  IndexFolder shelf(folder);
  KeepIndex keep(rows, shelf);
  testing::run(io, keep.rebuild());
  EXPECT_EQ(testing::run(io, search.find(asking("tool"))).total, 2);
  EXPECT_EQ(testing::run(io, search.watermark(acme)), 2);
}

TEST_F(Searching, waits_for_an_index_that_is_behind_until_the_deadline) {
  using std::chrono::milliseconds;
  add("tool a");
  index();
  XapianPocSearch search({.folder = folder, .threads = 1, .queue = 8}, registry);
  EXPECT_TRUE(testing::run(io, search.wait_for(acme, 1, Deadline::in(milliseconds{0}))));
  EXPECT_FALSE(testing::run(io, search.wait_for(acme, 2, Deadline::in(milliseconds{100}))))
      << "and looks again and again";
  add("tool b");
  std::jthread indexer([this] {
    asio::io_context its_own;
    IndexFolder shelf(folder);
    KeepIndex keep(rows, shelf);
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

TEST_F(Searching, takes_in_what_changed_and_what_was_deleted) {
  auto& first = add("tool a");
  auto& second = add("tool b");
  index();
  first.content.name = "hammer";
  rows.touch(first);
  second.deleted_at = Timestamp{};
  rows.touch(second);
  index();
  EXPECT_THAT(names("tool"), IsEmpty());
  EXPECT_EQ(find(asking("hammer")).total, 1);
}

}  // namespace
}  // namespace mrbill::catalog
