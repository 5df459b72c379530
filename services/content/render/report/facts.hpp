// What is told about a collection and about the order, as label and value: PDF and Excel show the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/report/model/report_model.hpp"
#include "render/report/texts.hpp"

namespace mrbill::content::report {

struct Fact {
  std::string_view label;
  std::string value;
};

[[nodiscard]] std::vector<Fact> model_facts(const ReportModel& model);  // what stands out; none without POCs
[[nodiscard]] std::vector<Fact> order_facts(const ReportModel& model);  // whose, when, which

}  // namespace mrbill::content::report
