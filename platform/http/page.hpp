// A page for who looks with a browser: one card, no script, nothing loaded from elsewhere. The layout is
// contracts/page.html, which the gateway fills as well where no service answers.
//
//   page(404, "en", "There is nothing here",
//        page_text("Ask for another link.") + page_way_on("/", "To Mr Bill"))
#pragma once

#include <string>
#include <string_view>

#include <http/message.hpp>

namespace mrbill::http {

// `content` is HTML, made by the two below; the title is text.
[[nodiscard]] Response page(unsigned status, std::string_view language, std::string_view title,
                            std::string_view content);
[[nodiscard]] std::string page_text(std::string_view text);
[[nodiscard]] std::string page_way_on(std::string_view address, std::string_view words);

}  // namespace mrbill::http
