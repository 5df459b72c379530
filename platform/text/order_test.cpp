#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include <text/order.hpp>

namespace mrbill::text {
namespace {

// As PostgreSQL 15 sorts them with COLLATE "und-x-icu".
TEST(Order, is_that_of_people_not_of_bytes) {
  const std::vector<std::string> sorted{"",     "_under", "-dash",   "10", "9",     "acao", "Acao",
                                        "ação", "Ação",   "acetona", "b",  "Zebra", "日本"};
  auto shuffled = sorted;
  std::ranges::reverse(shuffled);
  std::ranges::sort(shuffled, {}, order_key);
  EXPECT_EQ(shuffled, sorted);
}

TEST(Order, keeps_endless_texts_apart) {
  const std::string endless(500, 'a');
  EXPECT_LT(order_key(endless), order_key(endless + "a"));
  EXPECT_LT(order_key(endless + "a"), order_key(endless + "b"));
}

TEST(Order, ends_each_key_in_its_only_zero_byte) {
  for (const auto* text : {"", "a", "Ação 日本 🚀"}) {
    const auto key = order_key(text);
    EXPECT_EQ(key.find('\0'), key.size() - 1) << text;
  }
}

}  // namespace
}  // namespace mrbill::text
