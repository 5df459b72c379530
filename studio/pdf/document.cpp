#include <algorithm>

#include <fmt/format.h>

#include <base/check.hpp>
#include <pdf/document.hpp>

namespace mrbill::pdf {
namespace {

std::string text(std::string_view utf8) {
  std::string out;
  append_text(out, utf8);
  return out;
}

// A URI is ASCII (RFC 3986); what is not is escaped.
std::string escaped(std::string_view url) {
  std::string ascii;
  for (const char byte : url) {
    if (byte > ' ' && byte < 0x7F) {
      ascii += byte;
    } else {
      fmt::format_to(std::back_inserter(ascii), "%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  std::string out;
  append_bytes(out, ascii);
  return out;
}

// XML has no way to hold most control characters, nor U+FFFE and U+FFFF.
std::string xml(std::string_view utf8) {
  std::string out;
  while (!utf8.empty()) {
    const auto [character, size] = decode(utf8);
    if (character < 0x20 || character == 0xFFFE || character == 0xFFFF) {
      out += ' ';
    } else if (character == U'&') {
      out += "&amp;";
    } else if (character == U'<') {
      out += "&lt;";
    } else if (character == U'>') {
      out += "&gt;";
    } else {
      out += utf8.substr(0, size);
    }
    utf8.remove_prefix(size);
  }
  return out;
}

}  // namespace

Document::Document(const std::filesystem::path& file, Properties properties,
                   const std::filesystem::path& fonts, std::span<const std::string_view> fallbacks)
    : properties_(std::move(properties)),
      output_(file),
      type_(fonts, fallbacks, output_),
      structure_(output_),
      canvas_(a4_height, output_, type_.colours()),
      tree_(output_.reserve()),
      resources_(output_.reserve()) {}

Ref Document::new_page() {
  pages_.push_back(output_.reserve());
  return pages_.back();
}

void Document::begin_page(Ref page) {
  CHECK(page_ == 0, "one page is drawn at a time");
  page_ = page;
  page_key_ = structure_.key();
}

void Document::end_page() {
  const auto content = output_.reserve();
  output_.put_stream(content, "", canvas_.content());
  canvas_.clear();
  structure_.add_parents(page_key_, marks_);
  for (const auto& [key, element] : links_) structure_.add_parent(key, element);
  output_.put(page_, fmt::format("<</Type/Page/Parent {} 0 R/MediaBox[0 0 {} {}]/Resources {} 0 R/Contents "
                                 "{} 0 R/StructParents {}/Tabs/S{}{}{}>>",
                                 tree_, a4_width, a4_height, resources_, content, page_key_,
                                 annotations_.empty() ? "" : "/Annots[", annotations_,
                                 annotations_.empty() ? "" : "]"));
  marks_.clear();
  links_.clear();
  annotations_.clear();
  page_ = 0;
}

void Document::mark(Element& element) {
  const auto mark = static_cast<int>(marks_.size());
  marks_.push_back(element.ref);
  structure_.add_content(element, page_, mark);
  canvas_.begin_mark(element.tag, mark);
}

void Document::annotate(Element& element, const Box& box, std::string_view action, std::string_view spoken) {
  const auto annotation = output_.reserve();
  const auto key = structure_.key();
  std::string out = "<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[";
  for (const auto edge : {box.x, a4_height - box.y - box.height, box.x + box.width, a4_height - box.y}) {
    append_number(out, edge);
    out += ' ';
  }
  out.append("]/Contents").append(text(spoken));
  fmt::format_to(std::back_inserter(out), "/StructParent {}{}>>", key, action);
  output_.put(annotation, out);
  append_ref(annotations_, annotation);
  annotations_ += ' ';
  structure_.add_annotation(element, page_, annotation);
  links_.emplace_back(key, element.ref);
}

void Document::link(Element& element, const Box& box, std::string_view url, std::string_view spoken) {
  annotate(element, box, fmt::format("/A<</S/URI/URI{}>>", escaped(url)), spoken);
}

void Document::link(Element& element, const Box& box, const Destination& to, std::string_view spoken) {
  annotate(element, box, fmt::format("/Dest[{} 0 R/XYZ null {:.1f} null]", to.page, a4_height - to.y),
           spoken);
}

int Document::outline(std::string_view title, const Destination& to, int under) {
  outline_.push_back({std::string(title), to, under});
  return static_cast<int>(outline_.size());
}

void Document::form(std::string_view name, const Canvas& drawing, double width, double height) {
  const auto ref = output_.reserve();
  output_.put_stream(ref,
                     fmt::format("/Type/XObject/Subtype/Form/BBox[0 -{} {} {}]/Resources {} 0 R", height,
                                 width, height, resources_),
                     drawing.content());
  fmt::format_to(std::back_inserter(forms_), "/{} {} 0 R", name, ref);
}

Ref Document::write_outline() {
  const auto root = output_.reserve();
  std::vector<Ref> refs(outline_.size() + 1, root);
  for (std::size_t i = 1; i < refs.size(); ++i) refs[i] = output_.reserve();
  std::vector<std::vector<std::size_t>> kids(refs.size());
  for (std::size_t i = 0; i < outline_.size(); ++i)
    kids[static_cast<std::size_t>(outline_[i].under)].push_back(i + 1);
  const auto family = [&](std::size_t node, bool open) {
    if (kids[node].empty()) return std::string();
    return fmt::format("/First {} 0 R/Last {} 0 R/Count {}", refs[kids[node].front()],
                       refs[kids[node].back()],
                       open ? static_cast<int>(kids[node].size()) : -static_cast<int>(kids[node].size()));
  };
  output_.put(root, fmt::format("<</Type/Outlines{}>>", family(0, true)));
  for (std::size_t parent = 0; parent < kids.size(); ++parent) {
    for (std::size_t k = 0; k < kids[parent].size(); ++k) {
      const auto node = kids[parent][k];
      const auto& entry = outline_[node - 1];
      std::string sides;
      if (k > 0) fmt::format_to(std::back_inserter(sides), "/Prev {} 0 R", refs[kids[parent][k - 1]]);
      if (k + 1 < kids[parent].size())
        fmt::format_to(std::back_inserter(sides), "/Next {} 0 R", refs[kids[parent][k + 1]]);
      output_.put(refs[node], fmt::format("<</Title{}/Parent {} 0 R{}{}/Dest[{} 0 R/XYZ null {:.1f} null]>>",
                                          text(entry.title), refs[parent], sides, family(node, false),
                                          entry.to.page, a4_height - entry.to.y));
    }
  }
  return root;
}

Ref Document::write_metadata() {
  const auto ref = output_.reserve();
  const auto time = to_rfc3339(properties_.created);
  output_.put_plain_stream(
      ref, "/Type/Metadata/Subtype/XML",
      fmt::format("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
                  "xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                  "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
                  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                  "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><pdfuaid:part>1</pdfuaid:part>"
                  "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>"
                  "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></"
                  "dc:creator><dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>"
                  "<xmp:CreateDate>{}</xmp:CreateDate><xmp:CreatorTool>Mr "
                  "Bill</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
                  xml(properties_.title), xml(properties_.author), xml(properties_.language), time));
  return ref;
}

Ref Document::write_info() {
  const auto ref = output_.reserve();
  output_.put(
      ref, fmt::format(
               "<</Title{}/Author{}/Subject{}/Creator(Mr Bill)/Producer(Mr Bill)/CreationDate{}/ModDate{}>>",
               text(properties_.title), text(properties_.author), text(properties_.subject),
               date(properties_.created), date(properties_.created)));
  return ref;
}

void Document::finish() {
  CHECK(page_ == 0, "every page was ended");
  type_.write();
  output_.put(resources_, fmt::format("<<{}/XObject<<{}>>>>", type_.resources(), forms_));
  std::string kids;
  for (const auto page : pages_) {
    append_ref(kids, page);
    kids += ' ';
  }
  output_.put(tree_, fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages_.size(), kids));
  const auto structure = structure_.finish();
  const auto catalog = output_.reserve();
  output_.put(catalog,
              fmt::format("<</Type/Catalog/Pages {} 0 R/Outlines {} 0 R/PageMode/UseOutlines/StructTreeRoot "
                          "{} 0 R/MarkInfo<</Marked true>>"
                          "/Lang{}/ViewerPreferences<</DisplayDocTitle true>>/Metadata {} 0 R>>",
                          tree_, write_outline(), structure, text(properties_.language), write_metadata()));
  output_.finish(catalog, write_info());
}

}  // namespace mrbill::pdf
