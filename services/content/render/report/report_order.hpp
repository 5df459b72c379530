// What a format does with an order: it is given each POC in turn, then asked to finish.
#pragma once

#include "render/program/lines.hpp"
#include "render/program/order_file.hpp"

namespace mrbill::content::report {

class RowSink {
 public:
  virtual ~RowSink() = default;
  virtual void row(const PocFacts& poc) = 0;
  virtual contract::rendering::ReportResult finish(Lines& lines) = 0;
};

}  // namespace mrbill::content::report
