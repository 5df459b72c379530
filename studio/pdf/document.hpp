// A tagged PDF, written page by page: its file, fonts, structure tree, outline and links.
//
//   Document document("report.pdf", {.title = "A year", .language = "en", .created = now}, fonts, fallbacks);
//   auto heading = document.structure().open("H1", document.root());
//   document.begin_page(document.new_page());
//   document.mark(heading);  document.canvas().text(line, style, 48, 60);  document.end_mark();
//   document.structure().close(heading);
//   document.finish();
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pdf/canvas.hpp>
#include <pdf/structure.hpp>

namespace mrbill::pdf {

inline constexpr double a4_width = 595.28;
inline constexpr double a4_height = 841.89;

struct Properties {
  std::string title;
  std::string author;
  std::string subject;
  std::string language;  // BCP 47
  Timestamp created;     // the same properties and content make the same file
};

struct Destination {
  Ref page = 0;
  double y = 0;
};

class Document {
 public:
  Document(const std::filesystem::path& file, Properties properties, const std::filesystem::path& fonts,
           std::span<const std::string_view> fallbacks);

  [[nodiscard]] Typesetter& type() { return type_; }
  [[nodiscard]] Structure& structure() { return structure_; }
  [[nodiscard]] Canvas& canvas() { return canvas_; }

  // Pages stand in the order of new_page(), whenever they are drawn; one at a time.
  [[nodiscard]] Ref new_page();
  void begin_page(Ref page);
  void end_page();
  [[nodiscard]] Ref page() const { return page_; }
  [[nodiscard]] std::size_t pages() const { return pages_.size(); }

  void mark(Element& element);
  void artifact() { canvas_.begin_artifact(); }
  void end_mark() { canvas_.end_mark(); }

  // element: a Link. What a reader of the screen says for it is told.
  void link(Element& element, const Box& box, std::string_view url, std::string_view spoken);
  void link(Element& element, const Box& box, const Destination& to, std::string_view spoken);

  // An entry of the outline; under: the number of another, 0 for the top.
  int outline(std::string_view title, const Destination& to, int under = 0);

  [[nodiscard]] int outlines() const {
    return static_cast<int>(outline_.size());
  }  // the number of the last entry

  // A form that pages show before it is drawn: /NAME in canvas().form().
  void form(std::string_view name, const Canvas& drawing, double width, double height);
  [[nodiscard]] Canvas form_canvas(double height) { return {height, output_, type_.colours()}; }

  void finish();

 private:
  struct Entry {
    std::string title;
    Destination to;
    int under = 0;
  };
  void annotate(Element& element, const Box& box, std::string_view action, std::string_view spoken);
  [[nodiscard]] Ref write_outline();
  [[nodiscard]] Ref write_metadata();
  [[nodiscard]] Ref write_info();

  Properties properties_;
  Output output_;
  Typesetter type_;
  Structure structure_;
  Canvas canvas_;
  Ref tree_ = 0, resources_ = 0;
  std::vector<Ref> pages_;
  std::vector<Entry> outline_;
  std::string forms_;
  Ref page_ = 0;
  int page_key_ = 0;
  std::vector<Ref> marks_;                  // of the page, by number
  std::vector<std::pair<int, Ref>> links_;  // of the page: key and element
  std::string annotations_;
};

}  // namespace mrbill::pdf
