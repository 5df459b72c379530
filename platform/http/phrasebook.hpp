// What goes wrong, said in a second language. A program speaks English; here its sentence is looked up under
// its code. {} stands for what differs from one time to the next: "must be at most {} items", "deve ter no
// máximo {} itens".
//
//   speak(response, &book);                            // a problem, on its way out
//   Reader(book, request).field("enum", error.detail)  // what was kept in English, for who reads it now
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <http/message.hpp>

namespace mrbill::http {

struct Phrase {
  std::string_view code;
  std::string_view english;
  std::string_view translated;
};

struct Phrasebook {
  std::string_view language;              // "pt-BR"
  std::span<const Phrase> problems;       // by code
  std::span<const Phrase> fields;         // by code: of the members of errors
  std::span<const Phrase> failures = {};  // by code: why a job came to nothing
};

// The sentence in the other language; nothing where it is not known under that code.
[[nodiscard]] std::optional<std::string> translated(std::span<const Phrase> phrases, std::string_view code,
                                                    std::string_view sentence);

// Whether who sends this Accept-Language wants the book's language rather than English; nothing where neither
// is named. A locale is good as well.
[[nodiscard]] std::optional<bool> wants(const Phrasebook& book, std::string_view accept_language);

// The same of who asks: by Accept-Language, else by the locale of their profile.
[[nodiscard]] std::optional<bool> wants(const Phrasebook& book, const Request& request);

// Who asks for what went wrong earlier and was kept in English, under its code. What the book does not know
// stays English.
class Reader {
 public:
  Reader(const Phrasebook& book, const Request& request);
  [[nodiscard]] std::string failure(std::string_view code, std::string_view sentence) const;
  [[nodiscard]] std::string field(std::string_view code, std::string_view sentence) const;

 private:
  const Phrasebook* book_;  // nothing: English
};

// Says a problem in the book's language, as far as it is known, and tells the language of its detail
// (Content-Language). Answers that are no problem, or that tell their language already, stay as they are.
// Without a book it is English.
void speak(Response& response, const Phrasebook* book);

}  // namespace mrbill::http
