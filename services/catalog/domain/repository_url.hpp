// Repository addresses: which are accepted, and when two mean the same repository.
//
//   is_repository_url("https://github.com/me/poc")                                       -> true
//   import_key("HTTPS://GitHub.com:443/me/poc.git/") == import_key("http://github.com/me/poc")
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mrbill::catalog {

// http or https, a host, no user or password, printable ASCII without spaces. (A browser will open it: no
// other scheme.)
[[nodiscard]] bool is_repository_url(std::string_view url);

// The canonical form that imports are keyed by: https, host in lower case without default port, no fragment,
// no trailing slash, no ".git". The path keeps its case. Only for what is_repository_url accepts.
[[nodiscard]] std::string import_key(std::string_view url);

}  // namespace mrbill::catalog
