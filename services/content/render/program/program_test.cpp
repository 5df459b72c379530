#include <array>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include "render/program/call.hpp"
#include "render/program/order_file.hpp"

namespace mrbill::content {
namespace {

namespace fs = std::filesystem;

class Folder : public ::testing::Test {
 protected:
  Folder() : path(fs::temp_directory_path() / ("render_program_test_" + std::to_string(::getpid()))) {
    fs::create_directories(path);
  }
  ~Folder() override { fs::remove_all(path); }
  fs::path write(const std::string& text) const {
    std::ofstream(path / "order.jsonl") << text;
    return path / "order.jsonl";
  }
  fs::path path;
};

const std::string head =
    R"({"title":"T \"q\"","description":null,"person":{"displayName":"Ana","tenantName":"Acme","locale":"pt-BR","timeZone":"UTC"},)"
    R"("fromDate":"2025-01-01T00:00:00Z","toDate":"2026-01-01T00:00:00Z","style":"x","musicTrack":null,"shape":"SQUARE","seconds":60,"calm":false})";

std::string order(const std::vector<std::string>& pocs) {
  auto text = head + '\n';
  for (const auto& poc : pocs) text += poc + '\n';
  return text;
}

std::string poc(const std::string& name, const std::string& more = "") {
  return R"({"pocId":"018f0000-0000-7000-8000-000000000001","name":")" + name +
         R"(","description":null,"repositoryUrl":null,"language":"Go","tags":["a","b"],"frameworks":[],"isPublic":true,"isFavorite":false,"createdAt":"2025-03-01T00:00:00Z","updatedAt":"2025-03-02T00:00:00Z")" +
         more + "}";
}

// The whole order in memory.
struct WholeOrder final : OrderSink {
  Result<void, RenderFailure> head(std::string_view json) override {
    auto parsed = contract::rendering::parse_video_order(json);
    if (!parsed) return fail(invalid_order(parsed.error()));
    order = *std::move(parsed);
    return {};
  }
  void poc(PocFacts poc) override { pocs.push_back(std::move(poc)); }

  contract::rendering::VideoOrder order;
  std::vector<PocFacts> pocs;
};

Result<WholeOrder, RenderFailure> read_whole(const std::filesystem::path& file) {
  WholeOrder whole;
  TRY_VOID(read_order(file, whole));
  return whole;
}

using OrderFile = Folder;

TEST_F(OrderFile, gives_the_head_to_the_contract_and_each_poc_by_itself) {
  const auto read = read_whole(
      write(order({poc("one"), poc("tw\\u00f6 \\n", R"(,"new":{"a":[1,{"b":null}]},"list":[[]])")})));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->order.title, "T \"q\"");
  EXPECT_EQ(read->order.shape, contract::rendering::VideoShape::square);
  ASSERT_EQ(read->pocs.size(), 2);
  EXPECT_EQ(read->pocs[1].name, "tw\u00f6 \n");
  EXPECT_EQ(read->pocs[1].language, "Go");
  EXPECT_EQ(read->pocs[1].description, std::nullopt);
  EXPECT_EQ(read->pocs[1].tags, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(read->pocs[0].updated_at, *from_rfc3339("2025-03-02T00:00:00Z"));
}

TEST_F(OrderFile, reads_what_the_contract_writes) {
  auto read = read_whole(write(order({poc("one")})));
  ASSERT_TRUE(read);
  const auto again = read_whole(write(to_json(read->order) + '\n' + to_json(read->pocs.front())));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->order, read->order);
  EXPECT_EQ(again->pocs, read->pocs);
}

TEST_F(OrderFile, reads_lines_that_lie_across_what_is_read_at_once) {
  std::vector<std::string> pocs;
  for (int number = 0; number < 2'000; ++number) pocs.push_back(poc("poc-" + std::to_string(number)));
  const auto read = read_whole(write(order(pocs)));
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->pocs.size(), 2'000);
  EXPECT_EQ(read->pocs.back().name, "poc-1999");
}

TEST_F(OrderFile, says_what_is_wrong_with_an_order) {
  const auto message = [this](const std::string& text) {
    const auto read = read_whole(write(text));
    return read ? std::string("it was read") : read.error().code + ": " + read.error().message;
  };
  auto numbered = poc("a");
  numbered.replace(numbered.find(R"("a")"), 3, "1");
  EXPECT_EQ(message(order({numbered})),
            "order_invalid: The order is not valid: /pocs/0/name must be a string.");
  EXPECT_EQ(message(order({poc(std::string(101, 'a'))})),
            "order_invalid: The order is not valid: /pocs/0/name must be at most 100 characters long.");
  EXPECT_EQ(message(order({poc("a", R"(,"name":"b")")})),
            "order_invalid: The order is not valid: /pocs/0/name must be there only once.");
  EXPECT_EQ(message(order({poc("a"), R"({"pocId":null})"})),
            "order_invalid: The order is not valid: /pocs/1/pocId must be a string.");
  EXPECT_EQ(message(order({"{}"})), "order_invalid: The order is not valid: /pocs/0/pocId is required.");
  for (const auto* line : {"3", "[]", "", "{"})
    EXPECT_NE(message(order({line})).find("order_invalid: The order is not valid: /pocs/0"),
              std::string::npos)
        << line;
  for (const auto* text : {"{}", "", "[1]", "\n", R"({"pocs":[],"title":"late"})"})
    EXPECT_NE(message(text).find("order_invalid"), std::string::npos) << text;
  EXPECT_NE(message(order({poc("a")}).substr(0, 400)).find("at byte"), std::string::npos);
}

TEST_F(OrderFile, reads_texts_without_what_deceives_the_eye) {
  const auto read = read_whole(write(order({poc("\u202eevil")})));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->pocs.front().name, "evil");
}

TEST_F(OrderFile, refuses_more_bytes_than_it_promises_to_read) {
  const auto file = write("{");
  fs::resize_file(file, max_order + 1);  // sparse
  const auto read = read_whole(file);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "order_too_large");
}

TEST_F(OrderFile, refuses_a_line_longer_than_it_promises_to_keep) {
  for (const auto* end : {"", "\n"}) {
    const auto read =
        read_whole(write(order({poc("a", ",\"more\":\"" + std::string(max_line, 'x') + '"')}) + end));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "order_too_large");
  }
}

TEST_F(OrderFile, refuses_more_pocs_than_it_promises_to_read) {
  std::ofstream file(path / "order.jsonl");
  file << head << '\n';
  const auto line = poc("a") + '\n';
  for (std::size_t number = 0; number <= max_pocs; ++number) file << line;
  file.close();
  const auto read = read_whole(path / "order.jsonl");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "order_too_large");
}

using Arguments = Folder;

TEST_F(Arguments, are_read_in_any_order) {
  const auto out = path.string();
  const std::array<const char*, 8> arguments{"--out",   out.c_str(), "--threads",  "2",
                                             "--order", "o.json",    "--segments", "s"};
  const auto call = parse_call(arguments);
  ASSERT_TRUE(call);
  EXPECT_EQ(call->order, "o.json");
  EXPECT_EQ(call->segments, "s");
  EXPECT_EQ(call->threads, 2U);
}

TEST_F(Arguments, are_refused_with_a_reason) {
  const auto out = path.string();
  const auto message = [](std::vector<const char*> arguments) {
    const auto call = parse_call(arguments);
    return call ? std::string() : call.error().message;
  };
  EXPECT_EQ(message({}), "--order and --out are needed");
  EXPECT_EQ(message({"--order"}), "--order needs a value");
  EXPECT_EQ(message({"--loud", "1"}), "there is no option --loud");
  EXPECT_EQ(message({"--order", "o", "--out", "/nowhere"}), "--out is not a folder");
  EXPECT_EQ(message({"--threads", "0"}), "--threads must be a number from 1 to 64");
}

TEST(Lines, say_each_percent_once_and_never_go_back) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  Lines lines(ends[1]);
  for (const int percent : {0, 5, 5, 3, 200}) lines.progress(percent);
  lines.progress(1, 2, 0, 50);
  lines.segment("a\"b.mp4");
  lines.failure({"order_invalid", "No."});
  std::array<char, 1000> said{};
  const auto size = ::read(ends[0], said.data(), said.size());
  EXPECT_EQ(std::string_view(said.data(), static_cast<std::size_t>(size)),
            "{\"progress\":0}\n{\"progress\":5}\n{\"progress\":100}\n{\"segment\":\"a\\\"b.mp4\"}\n"
            "{\"failure\":{\"code\":\"order_invalid\",\"message\":\"No.\"}}\n");
  ::close(ends[0]);
  ::close(ends[1]);
}

}  // namespace
}  // namespace mrbill::content
