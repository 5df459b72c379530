#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <gtest/gtest.h>

#include <pdf/document.hpp>
#include <pdf/itemize.hpp>

namespace mrbill::pdf {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> fallbacks{"truetype/noto/NotoSansArabic-Regular.ttf",
                                                    "opentype/noto/NotoSansCJK-Regular.ttc"};
const fs::path fonts = "/usr/share/fonts";
constexpr std::string_view inter = "opentype/inter/Inter-Regular.otf";

class Type : public ::testing::Test {
 protected:
  Type() : folder(fs::temp_directory_path() / ("pdf_test_" + std::to_string(::getpid()))) {
    fs::create_directories(folder);
  }
  ~Type() override { fs::remove_all(folder); }
  fs::path folder;
};

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

std::string text(std::string_view utf8) {
  std::string out;
  append_text(out, utf8);
  return out;
}

TEST(Syntax, spells_numbers_shortly) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(12.5), "12.5");
  EXPECT_EQ(number(-0.25), "-0.25");
  EXPECT_EQ(number(1.0004), "1");
  EXPECT_EQ(number(841.89), "841.89");
}

TEST(Syntax, spells_texts_so_that_they_cannot_break_out) {
  EXPECT_EQ(text("a (b) \\"), "(a \\(b\\) \\\\)");
  EXPECT_EQ(text("é\U0001F600"), "<FEFF00E9D83DDE00>");
  EXPECT_EQ(text("line\nfeed"), "<FEFF006C0069006E0065000A0066006500650064>");
  EXPECT_EQ(date(*from_rfc3339("2026-01-02T14:30:05Z")), "(D:20260102143005Z)");
}

TEST(Clusters, are_what_a_person_takes_for_one_letter) {
  EXPECT_EQ(cluster_size("ab"), 1U);
  EXPECT_EQ(cluster_size("e\u0301x"), 3U);
  const std::string_view family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
  EXPECT_EQ(cluster_size(family), family.size());
  EXPECT_TRUE(wants_emoji(family));
  EXPECT_TRUE(wants_emoji("1\uFE0F\u20E3"));
  EXPECT_FALSE(wants_emoji("1"));
}

TEST_F(Type, measures_plain_text_letter_by_letter_and_breaks_it_at_words) {
  Output output(folder / "x.pdf");
  Typesetter type(fonts, fallbacks, output);
  const Style style{.face = &type.face(inter), .size = 10, .ink = {}};
  const auto line = type.line("word", style);
  EXPECT_TRUE(line.runs.empty());
  EXPECT_GT(line.width, 15);
  const auto lines = type.lines("one two three-four aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nnext", style, 60);
  std::vector<std::string_view> texts;
  for (const auto& part : lines) {
    EXPECT_LE(part.width, 60.001);
    texts.push_back(part.text);
  }
  EXPECT_EQ(texts[0], "one two");
  EXPECT_EQ(texts[1], "three-four");
  EXPECT_EQ(texts.back(), "next");
  EXPECT_GT(texts.size(), 5U);
}

TEST_F(Type, never_loses_a_letter_however_narrow_the_column) {
  Output output(folder / "x.pdf");
  Typesetter type(fonts, fallbacks, output);
  const Style style{.face = &type.face(inter), .size = 10, .ink = {}};
  for (const std::string_view paragraph : {"abc def-ghi/jkl", "日本語のプロジェクト", "مشروع تجريبي",
                                           "a\u0301\u0302 x\U0001F600y", " ", "\t", "a"}) {
    std::string joined;
    for (const auto& line : type.lines(paragraph, style, 1)) joined += line.text;
    const auto dense = [](std::string_view all) {
      std::string out(all);
      std::erase_if(out, [](char byte) { return byte == ' ' || byte == '\t'; });
      return out;
    };
    EXPECT_EQ(dense(joined), dense(paragraph)) << paragraph;
  }
}

TEST_F(Type, takes_letters_that_the_font_lacks_from_others) {
  Output output(folder / "x.pdf");
  Typesetter type(fonts, fallbacks, output);
  const Style style{.face = &type.face(inter), .size = 10, .ink = {}};
  const auto line = type.line("a مشروع 語", style);
  ASSERT_EQ(line.runs.size(), 4U);  // Latin, Arabic, space, CJK
  EXPECT_EQ(line.runs[0].face, style.face);
  EXPECT_NE(line.runs[1].face, style.face);
  for (const auto& run : line.runs) {
    for (const auto& glyph : run.glyphs) EXPECT_TRUE(glyph.id != 0 || run.text == " ");
  }
}

std::string written(const fs::path& file) {
  const auto when = *from_rfc3339("2026-01-02T14:30:00Z");
  Document document(file,
                    {.title = "Títle", .author = "A", .subject = "S", .language = "en", .created = when},
                    fonts, fallbacks);
  const Style style{.face = &document.type().face(inter), .size = 12, .ink = {}};
  document.begin_page(document.new_page());
  auto heading = document.structure().open("H1", document.structure().root());
  document.mark(heading);
  document.canvas().text(document.type().line("Héading (1)", style), style, 56, 80);
  document.end_mark();
  document.structure().close(heading);
  auto link = document.structure().open("Link", document.structure().root());
  document.mark(link);
  document.canvas().text(document.type().line("مشروع", style), style, 56, 100);
  document.end_mark();
  document.link(link, {.x = 56, .y = 90, .width = 50, .height = 12}, "https://example.org/(é)", "a place");
  document.structure().close(link);
  document.outline("Heading", {document.page(), 80});
  document.end_page();
  document.finish();
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

using Documents = Type;

TEST_F(Documents, are_the_same_bytes_each_time) {
  const auto first = written(folder / "a.pdf");
  EXPECT_TRUE(first.starts_with("%PDF-1.7\n"));
  EXPECT_TRUE(first.ends_with("%%EOF\n"));
  EXPECT_EQ(written(folder / "b.pdf"), first);
}

TEST_F(Documents, throw_when_the_disk_refuses) {
  EXPECT_THROW(written("/dev/full"), std::system_error);
  EXPECT_THROW(written(folder / "none" / "a.pdf"), std::system_error);
}

}  // namespace
}  // namespace mrbill::pdf
