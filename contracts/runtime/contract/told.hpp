// What an error tells: its code, and one of the sentences that problems.yaml lists for it. Another sentence
// does not compile.
//
//   constexpr Told expired(ErrorCode::link_expired, "This link has expired. Ask for a new one.");
#pragma once

#include <string_view>

#include <contract/codes.hpp>
#include <contract/codes_sentences.hpp>

namespace mrbill::contract {

// Defined nowhere: whoever reaches it says what the list does not have.
void this_sentence_is_not_listed_in_problems_yaml();

consteval void look_up(ErrorCode code, std::string_view sentence) {
  for (const auto& one : listed_sentences) {
    if (one.code == code && one.sentence == sentence) return;
  }
  this_sentence_is_not_listed_in_problems_yaml();
}

// Where the code is a value.
struct Told {
  ErrorCode code;
  std::string_view sentence;
  consteval Told(ErrorCode its_code, std::string_view says) : code(its_code), sentence(says) {
    look_up(code, sentence);
  }
};

// Where the code is of the type: a literal becomes one.
template <ErrorCode code>
struct Sentence {
  std::string_view text;
  consteval Sentence(const char* says) : text(says) { look_up(code, text); }
};

}  // namespace mrbill::contract
