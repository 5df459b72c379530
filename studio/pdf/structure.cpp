#include <iterator>

#include <fmt/format.h>

#include <pdf/structure.hpp>

namespace mrbill::pdf {

namespace {
constexpr int max_in_leaf = 500;
}

Structure::Structure(Output& output)
    : output_(output), tree_(output.reserve()), root_{"Document", output.reserve(), tree_, 0, {}, {}} {}

Element Structure::open(std::string_view tag, Element& parent, std::string attributes) {
  Element element{tag, output_.reserve(), parent.ref, 0, {}, std::move(attributes)};
  append_ref(parent.kids, element.ref);
  parent.kids += ' ';
  return element;
}

void Structure::close(Element& element) {
  std::string out = "<</S/";
  out.append(element.tag) += "/P ";
  append_ref(out, element.parent);
  if (element.page != 0) {
    out += "/Pg ";
    append_ref(out, element.page);
  }
  if (!element.kids.empty()) {
    element.kids.pop_back();
    out.append("/K[").append(element.kids) += ']';
  }
  out.append(element.attributes) += ">>";
  output_.put(element.ref, out);
  element.kids = {};
}

void Structure::add_content(Element& element, Ref page, int mark) {
  if (element.page == 0) element.page = page;
  auto out = std::back_inserter(element.kids);
  if (element.page == page) {
    fmt::format_to(out, "{} ", mark);
  } else {
    fmt::format_to(out, "<</Type/MCR/Pg {} 0 R/MCID {}>> ", page, mark);
  }
}

void Structure::add_annotation(Element& element, Ref page, Ref annotation) {
  fmt::format_to(std::back_inserter(element.kids), "<</Type/OBJR/Pg {} 0 R/Obj {} 0 R>> ", page, annotation);
}

void Structure::add_parents(int key, const std::vector<Ref>& elements_by_mark) {
  const auto list = output_.reserve();
  std::string out = "[";
  for (const auto element : elements_by_mark) {
    append_ref(out, element);
    out += ' ';
  }
  output_.put(list, out + "]");
  add_parent(key, list);
}

void Structure::add_parent(int key, Ref element) {
  if (in_leaf_ == 0) first_in_leaf_ = key;
  last_in_leaf_ = key;
  fmt::format_to(std::back_inserter(parents_), "{} {} 0 R ", key, element);
  if (++in_leaf_ == max_in_leaf) flush_parents();
}

void Structure::flush_parents() {
  if (in_leaf_ == 0) return;
  const auto leaf = output_.reserve();
  output_.put(leaf, fmt::format("<</Limits[{} {}]/Nums[{}]>>", first_in_leaf_, last_in_leaf_, parents_));
  fmt::format_to(std::back_inserter(leaves_), "{} 0 R ", leaf);
  parents_.clear();
  in_leaf_ = 0;
}

Ref Structure::finish() {
  flush_parents();
  close(root_);
  const auto parents = output_.reserve();
  output_.put(parents, fmt::format("<</Kids[{}]>>", leaves_));
  output_.put(tree_, fmt::format("<</Type/StructTreeRoot/K {} 0 R/ParentTree {} 0 R/ParentTreeNextKey {}>>",
                                 root_.ref, parents, next_key_));
  return tree_;
}

}  // namespace mrbill::pdf
