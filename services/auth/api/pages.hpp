// The pages behind mailed links, for people whose mail program opens a browser. Every way ends in one: the
// link as it stands, a form with what was wrong with it, what came of it, and always the next step.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <http/message.hpp>

#include "api/page_words.hpp"
#include "usecases/show_link.hpp"

namespace mrbill::auth {

// Why a form was refused: what the problem says that a program would have been answered with.
struct PageTrouble {
  unsigned status = 400;
  std::string code;
  std::string pointer = {};     // of the first wrong field
  std::string field_code = {};  // what is wrong with it
  std::string wait = {};        // seconds, of 429 and 503
  std::string full_name = {};   // as it was typed: nobody types it twice
};
[[nodiscard]] PageTrouble trouble_of(const http::Response& problem);

// The page of a link: its form where it is open, else why it is not and what to do.
[[nodiscard]] http::Response link_page(const PageWords& words, LinkPurpose purpose, const ShownLink& link,
                                       std::string_view token, const std::optional<PageTrouble>& trouble);
[[nodiscard]] http::Response done_page(const PageWords& words, LinkPurpose purpose, const ShownLink& link);
// After another mail was asked for, and where that went wrong.
[[nodiscard]] http::Response mail_sent_page(const PageWords& words, std::string_view email);
[[nodiscard]] http::Response mail_form_page(const PageWords& words, LinkPurpose purpose,
                                            std::string_view email, const PageTrouble& trouble);
// Something is away, or failed.
[[nodiscard]] http::Response failed_page(const PageWords& words, unsigned status);

// In the language that the reader's browser asks for, else the installation's.
[[nodiscard]] const PageWords& page_words_for(const http::Request& request,
                                              std::string_view installation_locale);

}  // namespace mrbill::auth
