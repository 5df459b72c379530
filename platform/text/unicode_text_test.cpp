// Normal forms and folding, held against Unicode's own test files.
#include <gtest/gtest.h>

#include <testing/unicode_data.hpp>
#include <text/domain_name.hpp>
#include <text/text.hpp>

namespace mrbill::text {
namespace {

using testing::code_points_of;
using testing::fields_of;
using testing::unicode_lines;
using testing::utf8_of;

// One text as it came, composed and decomposed, and its compatible spelling composed and decomposed.
struct Spellings {
  std::string hexadecimal, source, nfc, nfd, nfkc, nfkd;
};

std::vector<Spellings> normalization_test() {
  const testing::UnicodeAge age;
  std::vector<Spellings> out;
  for (const auto& line : unicode_lines("NormalizationTest.txt.bz2")) {
    if (line.starts_with('@')) continue;
    const auto f = fields_of(line);
    if (!age.knows(code_points_of(f[0]))) continue;
    out.push_back({f[0], utf8_of(f[0]), utf8_of(f[1]), utf8_of(f[2]), utf8_of(f[3]), utf8_of(f[4])});
  }
  return out;
}

TEST(UnicodeText, is_composed_as_unicodes_test_demands) {
  const auto all = normalization_test();
  EXPECT_GT(all.size(), 18'000U);
  for (const auto& text : all) {
    for (const auto* same : {&text.source, &text.nfc, &text.nfd})
      ASSERT_EQ(nfc(*same), text.nfc) << text.hexadecimal;
    for (const auto* same : {&text.nfkc, &text.nfkd}) ASSERT_EQ(nfc(*same), text.nfkc) << text.hexadecimal;
  }
}

TEST(UnicodeText, is_found_in_every_spelling) {
  for (const auto& text : normalization_test()) {
    const auto key = folded(text.source);
    for (const auto* same : {&text.nfc, &text.nfd, &text.nfkc, &text.nfkd})
      EXPECT_EQ(folded(*same), key) << text.hexadecimal;
    EXPECT_EQ(folded(key), key) << text.hexadecimal;
  }
}

TEST(UnicodeText, is_found_in_either_case) {
  const testing::UnicodeAge age;
  std::size_t pairs = 0;
  for (const auto& line : unicode_lines("CaseFolding.txt")) {
    const auto fields = fields_of(line);
    if (fields[1] == "T" || !age.knows(code_points_of(fields[0]))) continue;  // T: of Turkish alone
    if (folded(utf8_of(fields[0]) + "\u03b9") == folded(utf8_of(fields[2])))
      continue;  // an iota below, a mark to us
    EXPECT_EQ(folded(utf8_of(fields[0])), folded(utf8_of(fields[2]))) << line;
    ++pairs;
  }
  EXPECT_GT(pairs, 1'300U);
}

TEST(UnicodeText, names_one_host_in_every_spelling) {
  std::size_t names = 0;
  for (const auto& text : normalization_test()) {
    const auto name = [](const std::string& label) { return ascii_domain("a" + label + "a.example"); };
    const auto composed = name(text.nfc);
    if (!composed) continue;
    ++names;
    EXPECT_EQ(name(text.source), composed) << text.hexadecimal;
    EXPECT_EQ(name(text.nfd), composed) << text.hexadecimal;
    EXPECT_EQ(ascii_domain(*composed), composed) << text.hexadecimal;
  }
  EXPECT_GT(names, 12'000U);
}

}  // namespace
}  // namespace mrbill::text
