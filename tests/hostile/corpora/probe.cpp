// Reads texts with the readers of the services: a line of standard input is one text in hexadecimal, a line
// of the output what came of it.
//
//   corpora_probe json    {"document": ..., "errors": [...], "streamed": true}
//   corpora_probe csv     [["cell", ...], ...], an empty list for a record that is none; the separator is the
//                         text's first letter
//   corpora_probe cell    "the text", written as a cell of an export and read again
#include <iostream>
#include <string>

#include <json/errors.hpp>
#include <json/parse.hpp>
#include <json/stream.hpp>
#include <json/writer.hpp>

#include "domain/csv.hpp"

namespace {

using mrbill::catalog::CsvReader;

std::string text_of(const std::string& hexadecimal) {
  std::string text;
  for (std::size_t at = 0; at + 1 < hexadecimal.size(); at += 2)
    text += static_cast<char>(std::stoi(hexadecimal.substr(at, 2), nullptr, 16));
  return text;
}

bool is_streamed(const std::string& text) {
  mrbill::json::Listener listener;
  mrbill::json::StreamReader reader(listener);
  return reader.feed(text) && reader.finish();
}

std::string read_json(const std::string& text) {
  mrbill::json::Errors errors;
  mrbill::json::Memory memory;
  const auto document = mrbill::json::parse(text, memory, errors);
  std::string out = "{\"document\":";
  if (document)
    mrbill::json::append_json_value(out, *document);
  else
    out += "null";
  std::vector<std::string> codes;
  for (const auto& error : errors.take()) codes.push_back(error.code);
  out += ",\"errors\":";
  mrbill::json::append_json(out, codes);
  return out + ",\"streamed\":" + (is_streamed(text) ? "true}" : "false}");
}

std::vector<std::vector<std::string>> records_of(std::string_view text, char separator) {
  CsvReader reader(separator);
  reader.feed(text);
  reader.finish();
  std::vector<std::vector<std::string>> records;
  while (auto record = reader.next())
    records.push_back(record->fault == mrbill::catalog::CsvFault::none ? std::move(record->cells)
                                                                       : std::vector<std::string>{});
  return records;
}

std::string read_csv(const std::string& text) {
  std::string out = "[";
  for (const auto& cells : records_of(std::string_view(text).substr(1), text[0])) {
    if (out.size() > 1) out += ',';
    mrbill::json::append_json(out, cells);
  }
  return out + "]";
}

std::string read_cell(const std::string& text) {
  std::string line = "begin;";
  mrbill::catalog::append_csv_cell(line, text, ';');
  const auto records = records_of(line + ";end\r\n", ';');
  std::string out;
  mrbill::json::append_json(out, records.size() == 1 && records[0].size() == 3
                                     ? mrbill::catalog::without_csv_guard(records[0][1])
                                     : std::string("\x7f lost"));
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string subject = count == 2 ? arguments[1] : "";
  const auto read = subject == "json"   ? read_json
                    : subject == "csv"  ? read_csv
                    : subject == "cell" ? read_cell
                                        : nullptr;
  if (read == nullptr) return 2;
  for (std::string line; std::getline(std::cin, line);) std::cout << read(text_of(line)) << '\n';
  return 0;
}
