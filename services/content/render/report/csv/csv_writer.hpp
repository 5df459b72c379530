// A line of RFC 4180, safe to open in a spreadsheet: a cell that begins like a formula gets an apostrophe
// before it, as in the catalogue's own files, whose reader takes it away again.
//
//   CsvLine line(out, ';');
//   line.cell("=1+1");  line.cell("a;b");  line.end();      // "'=1+1";"a;b"\r\n
#pragma once

#include <string>
#include <string_view>

namespace mrbill::content::report {

class CsvLine {
 public:
  CsvLine(std::string& out, char delimiter) : out_(out), delimiter_(delimiter) {}
  void cell(std::string_view text);
  void plain_cell(std::string_view text);  // known to need no quotes
  void end() {
    out_ += "\r\n";
    first_ = true;
  }

 private:
  void delimit();
  void quoted(std::string_view text, bool guarded);
  std::string& out_;
  char delimiter_;
  bool first_ = true;
};

}  // namespace mrbill::content::report
