// The page of a shared film, for people and for what social networks send to look: no script, nothing loaded
// from elsewhere.
#pragma once

#include <contract/content.hpp>
#include <http/message.hpp>

#include "api/share_links.hpp"

namespace mrbill::content {

[[nodiscard]] http::Response film_page(const contract::content::SharedVideo& film, const ShareLinks& links,
                                       Locale locale);
// 404, the same for every link behind which there is nothing.
[[nodiscard]] http::Response no_film_page(Locale locale);

}  // namespace mrbill::content
