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
    std::ofstream(path / "order.json") << text;
    return path / "order.json";
  }
  fs::path path;
};

std::string order(const std::string& pocs) {
  return R"({"title":"T \"q\"","description":null,"person":{"displayName":"Ana","tenantName":"Acme","locale":"pt-BR","timeZone":"UTC"},
"fromDate":"2025-01-01T00:00:00Z","toDate":"2026-01-01T00:00:00Z","style":"x","musicTrack":null,"shape":"SQUARE","seconds":60,"calm":false,"pocs":[)" +
         pocs + "]}";
}

std::string poc(const std::string& name, const std::string& more = "") {
  return R"({"pocId":"018f0000-0000-7000-8000-000000000001","name":")" + name +
         R"(","description":null,"repositoryUrl":null,"language":"Go","tags":["a","b"],"frameworks":[],"isPublic":true,"isFavorite":false,"createdAt":"2025-03-01T00:00:00Z","updatedAt":"2025-03-02T00:00:00Z")" +
         more + "}";
}

// The whole order in memory.
class VideoOrderSink final : public OrderSink {
 public:
  Result<void, RenderFailure> head(std::string_view json) override {
    auto parsed = contract::rendering::parse_video_order(json);
    if (!parsed) return fail(invalid_order(parsed.error()));
    order = *std::move(parsed);
    return {};
  }
  void poc(const PocView& poc) override {
    const auto own = [](const auto& text) { return text ? std::optional(std::string(*text)) : std::nullopt; };
    order.pocs.push_back({.poc_id = poc.poc_id,
                          .name = std::string(poc.name),
                          .description = own(poc.description),
                          .repository_url = own(poc.repository_url),
                          .language = own(poc.language),
                          .tags = {poc.tags.begin(), poc.tags.end()},
                          .frameworks = {poc.frameworks.begin(), poc.frameworks.end()},
                          .is_public = poc.is_public,
                          .is_favorite = poc.is_favorite,
                          .created_at = poc.created_at,
                          .updated_at = poc.updated_at});
  }
  contract::rendering::VideoOrder order;
};

Result<contract::rendering::VideoOrder, RenderFailure> read_video_order(const std::filesystem::path& file) {
  VideoOrderSink sink;
  TRY_VOID(read_order(file, sink));
  return std::move(sink.order);
}

using OrderFile = Folder;

TEST_F(OrderFile, gives_the_head_to_the_contract_and_each_poc_by_itself) {
  const auto read = read_video_order(
      write(order(poc("one") + "," + poc("tw\\u00f6 \\n", R"(,"new":{"a":[1,{"b":null}]},"list":[[]])"))));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->title, "T \"q\"");
  EXPECT_EQ(read->shape, contract::rendering::VideoShape::square);
  ASSERT_EQ(read->pocs.size(), 2);
  EXPECT_EQ(read->pocs[1].name, "tw\u00f6 \n");
  EXPECT_EQ(read->pocs[1].language, "Go");
  EXPECT_EQ(read->pocs[1].description, std::nullopt);
  EXPECT_EQ(read->pocs[1].tags, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(read->pocs[0].updated_at, *from_rfc3339("2025-03-02T00:00:00Z"));
}

TEST_F(OrderFile, reads_what_the_contract_writes) {
  auto read = read_video_order(write(order(poc("one"))));
  ASSERT_TRUE(read);
  const auto again = read_video_order(write(to_json(*read)));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *read);
}

TEST_F(OrderFile, says_what_is_wrong_with_an_order) {
  const auto message = [this](const std::string& text) {
    const auto read = read_video_order(write(text));
    return read ? std::string("it was read") : read.error().code + ": " + read.error().message;
  };
  EXPECT_EQ(message(order(R"({"name":1})")),
            "order_invalid: The order is not valid: /pocs/0/name must not be a number.");
  EXPECT_EQ(message(order(poc("a", R"(,"name":"b")"))),
            "order_invalid: The order is not valid: /pocs/0/name must be there only once.");
  EXPECT_EQ(message(order(poc("a") + R"(,{"pocId":null})")),
            "order_invalid: The order is not valid: /pocs/1/pocId must not be null.");
  EXPECT_EQ(message(order("{}")), "order_invalid: The order is not valid: /pocs/0/pocId is missing.");
  EXPECT_NE(message(order("3")).find("order_invalid"), std::string::npos);
  EXPECT_NE(message(order("[]")).find("order_invalid"), std::string::npos);
  EXPECT_NE(message("{}").find("order_invalid"), std::string::npos);
  EXPECT_NE(message("").find("order_invalid"), std::string::npos);
  EXPECT_NE(message("[1]").find("order_invalid"), std::string::npos);
  EXPECT_NE(message(R"({"pocs":[],"title":"late"})").find("order_invalid"), std::string::npos);
  EXPECT_NE(message(order(poc("a")).substr(0, 400)).find("at byte"), std::string::npos);
}

TEST_F(OrderFile, refuses_more_bytes_than_it_promises_to_read) {
  const auto file = write("{");
  fs::resize_file(file, max_order + 1);  // sparse
  const auto read = read_video_order(file);
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
