// Serves signed links: GET and HEAD /objects/<key>?expires=&name=&signature=, with ranges and conditions.
//
//   shard.mount(objects::routes(store, links));
//
// A browser keeps what it has fetched for as long as links stay equal, a quarter of an hour, and no longer
// than the link holds. Whoever holds a link needs no token: the routes are anonymous. A link that does not
// hold is 403 whether or not the object exists; what is served is an attachment that no browser runs.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <http/message.hpp>
#include <objects/link_signer.hpp>
#include <objects/object_store.hpp>

namespace mrbill::objects {

// How a browser takes it: as a file to save, or as a part of a page of ours.
enum class ServedAs : std::uint8_t { attachment, part_of_a_page };
struct Serving {
  std::string download_name;
  ServedAs served_as = ServedAs::attachment;
  // How long a browser need not ask again; zero where each look is to ask whether one still may.
  std::chrono::seconds fresh_for{0};
};
// One object as the answer to a request that may ask for ranges and conditions. Who may see it was
// asked before.
[[nodiscard]] Task<http::Response> serve(ObjectStore& store, http::Request request, std::string key,
                                         Serving serving);

// Both must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(ObjectStore& store, const LinkSigner& links);

}  // namespace mrbill::objects
