// The structure tree of a tagged document (ISO 32000-1, 14.7-14.8): what reading aloud follows. An element
// leaves the memory when it is closed; its children may have been closed before.
//
//   auto table = tree.open("Table", document);
//   auto cell = tree.open("TD", row);
//   page.mark(cell) ... page.end_mark();
//   tree.close(cell);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pdf/output.hpp>

namespace mrbill::pdf {

// To be closed exactly once; movable. Tags are of the standard structure types and live for ever (literals).
struct Element {
  std::string_view tag;
  Ref ref = 0;
  Ref parent = 0;
  Ref page = 0;            // of its first content
  std::string kids;        // spelled already
  std::string attributes;  // "/Alt(...)/A<<...>>"
};

class Structure {
 public:
  explicit Structure(Output& output);

  [[nodiscard]] Element open(std::string_view tag, Element& parent, std::string attributes = {});
  void close(Element& element);
  [[nodiscard]] Element& root() { return root_; }

  // Content and annotations of a page, by numbers that Structure gives out.
  [[nodiscard]] int key() { return next_key_++; }
  void add_content(Element& element, Ref page, int mark);
  void add_annotation(Element& element, Ref page, Ref annotation);
  // In the order of the keys.
  void add_parents(int key, const std::vector<Ref>& elements_by_mark);
  void add_parent(int key, Ref element);

  [[nodiscard]] Ref finish();  // the StructTreeRoot

 private:
  void flush_parents();
  Output& output_;
  Ref tree_;
  Element root_;
  int next_key_ = 0;
  std::string parents_;  // the leaf of the parent tree under construction
  int first_in_leaf_ = 0, last_in_leaf_ = 0, in_leaf_ = 0;
  std::string leaves_;
};

}  // namespace mrbill::pdf
