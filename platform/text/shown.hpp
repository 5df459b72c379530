// Text that people write and others see, without what deceives the eye: characters that turn the line round
// (bidi overrides, embeddings and isolates), that hide in it (zero-width characters, tag characters, fillers)
// or that climb out of it (heaps of combining marks). What scripts and emoji need stays: joiners inside
// Persian, Indic and emoji sequences, the tags of a flag, soft hyphens within a word, direction marks beside
// right-to-left characters. Doing it twice changes nothing.
//
//   shown_line("invoice\u202efdp.exe")   // "invoicefdp.exe"
//   shown_line("\u200b")                 // "": nothing to see
#pragma once

#include <string>
#include <string_view>

namespace mrbill::text {

inline constexpr int max_marks = 4;  // combining marks that follow each other

// Both of valid UTF-8.
[[nodiscard]] std::string shown_line(
    std::string_view text);  // a tab becomes a space; nothing visible becomes ""
[[nodiscard]] std::string shown_prose(std::string_view text);  // of several lines

// Whether it surely is shown as it was sent, in a line and in prose, told at a glance: ASCII but the tab, and
// Latin letters.
[[nodiscard]] bool is_shown_as_sent(std::string_view text);

// A line as it is kept: shown, NFC, without white space around it.
[[nodiscard]] std::string tidy_line(std::string_view text);

}  // namespace mrbill::text
