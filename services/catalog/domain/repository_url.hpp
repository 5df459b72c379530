// Repository addresses: which are accepted, how they are kept, and when two mean the same repository.
//
//   canonical_repository_url("git@github.com:me/poc.git")   == "https://github.com/me/poc"
//   canonical_repository_url("https://café.example/olá")    == "https://xn--caf-dma.example/ol%C3%A1"
//   import_key("HTTPS://GitHub.com:443/me/poc.git/") == import_key("http://github.com/me/poc")
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mrbill::catalog {

// The form in which an address is kept, which a browser opens: http or https, in printable ASCII without
// spaces, no user, no password. IRIs become URIs; what git alone opens (git@host:path, ssh://, git://)
// becomes https. Nothing for anything else.
[[nodiscard]] std::optional<std::string> canonical_repository_url(std::string_view address);

// What imports are keyed by: https, host in lower case without default port, no trailing slash of the path,
// no ".git" of it. The path keeps its case; query and fragment are part of the key, for one repository may
// hold many POCs. Only for a canonical address.
[[nodiscard]] std::string import_key(std::string_view url);

}  // namespace mrbill::catalog
