// Turns the bytes of one HTTP/1.1 answer into an Answer (for Client). Beast does the grammar.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include <base/result.hpp>
#include <http/client.hpp>

namespace mrbill::http {

class ResponseParser {
 public:
  // `without_body`: the answer to HEAD.
  ResponseParser(Answer& into, bool without_body, std::size_t max_body);
  ~ResponseParser();

  // Takes bytes and tells how many it used; an error is a sentence for the log.
  [[nodiscard]] Result<std::size_t, std::string_view> read(std::string_view bytes);
  [[nodiscard]] bool end_of_stream();  // true if the answer is whole with that
  [[nodiscard]] bool complete() const;
  [[nodiscard]] bool keep_alive() const;

 private:
  class Grammar;
  std::unique_ptr<Grammar> grammar_;
};

}  // namespace mrbill::http
