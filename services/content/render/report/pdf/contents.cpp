#include "render/report/pdf/contents.hpp"

#include <fmt/format.h>

#include "render/report/facts.hpp"

namespace mrbill::content::report {
namespace {

constexpr double line_height = 25;
constexpr double value_x = grid::left + 150;

void write_entry(Flow& flow, pdf::Element& toc, const ContentsEntry& entry) {
  auto& structure = flow.document().structure();
  auto item = structure.open("TOCI", toc);
  auto reference = structure.open("Reference", item);
  auto link = structure.open("Link", reference);
  flow.document().mark(link);
  flow.drawn(entry.title, flow.theme().text, grid::left, flow.y);
  flow.drawn(std::to_string(entry.page_number), flow.theme().text, grid::right, flow.y, Side::right);
  flow.document().end_mark();
  flow.document().link(link,
                       {.x = grid::left, .y = flow.y - 15, .width = grid::width, .height = line_height - 2},
                       entry.to, fmt::format("{}, {} {}", entry.title, flow.words().page, entry.page_number));
  structure.close(link);
  structure.close(reference);
  structure.close(item);
  flow.rule(flow.y + 8);
  flow.y += line_height;
}

void write_list(Flow& flow, pdf::Element& section, const std::vector<ContentsEntry>& entries) {
  flow.y += 38;
  auto toc = flow.document().structure().open("TOC", section);
  for (const auto& entry : entries) write_entry(flow, toc, entry);
  flow.document().structure().close(toc);
}

void write_facts(Flow& flow, pdf::Element& parent, std::string_view title, const std::vector<Fact>& facts) {
  if (facts.empty()) return;
  auto& structure = flow.document().structure();
  flow.y += 18;
  flow.paragraph("H3", parent, title, flow.theme().heading, grid::width, 12);
  flow.y += 8;
  flow.rule(flow.y);
  auto list = structure.open("L", parent);
  for (const auto& fact : facts) {
    auto item = structure.open("LI", list);
    auto label = structure.open("Lbl", item);
    auto body = structure.open("LBody", item);
    flow.line(label, fact.label, flow.theme().note, grid::left, flow.y + 14);
    flow.document().mark(body);
    for (const auto& line :
         flow.document().type().lines(fact.value, flow.theme().text, grid::right - value_x)) {
      flow.canvas().text(line, flow.theme().text, value_x, flow.y + 14);
      flow.y += 13;
    }
    flow.document().end_mark();
    flow.y += 6;
    flow.rule(flow.y);
    structure.close(label);
    structure.close(body);
    structure.close(item);
  }
  structure.close(list);
}

}  // namespace

void write_contents(Flow& flow, pdf::Ref page, pdf::Element& section,
                    const std::vector<ContentsEntry>& entries) {
  flow.begin_page(page);
  const bool empty = flow.model().numbers.pocs == 0;
  flow.paragraph("H2", section, empty ? flow.words().empty_title : flow.words().contents, flow.theme().title,
                 grid::width, 28);
  if (empty) {
    flow.y += 8;
    flow.paragraph("P", section, flow.words().empty_text, flow.theme().lead, grid::width * 0.8, 18);
    flow.y += 14;
  } else {
    write_list(flow, section, entries);
  }
  write_facts(flow, section, flow.words().at_a_glance, model_facts(flow.model()));
  write_facts(flow, section, flow.words().about, order_facts(flow.model()));
  flow.end_page();
}

}  // namespace mrbill::content::report
