// Who asks for the address of a page with a browser is answered with a page, whatever goes wrong before its
// handler or in it: no such method, too many requests, something away. Programs get the problem. The gateway
// does the same with what it answers by itself (deploy/local/gateway.py).
#pragma once

#include <string_view>

#include <http/message.hpp>
#include <http/server.hpp>

namespace mrbill::http {

// A browser, at the address of a page: it sends a form, or nothing and names text/html among what it takes.
[[nodiscard]] bool wants_page(const Request& request, const Pages& pages);

// The problem, told already in `language` ("en" or "pt-BR"), as a page: status, headers and sentence stay,
// the next step comes with it. What is no problem stays as it is.
void show_as_page(Response& problem, std::string_view language);

}  // namespace mrbill::http
