// Serves signed links: GET and HEAD /objects/<key>?expires=&name=&signature=, with ranges and conditions.
//
//   shard.mount(objects::routes(store, links));
//
// Whoever holds a link needs no token: the routes are anonymous. A link that does not hold is 403 whether or not the object
// exists; what is served is an attachment that no browser runs.
#pragma once

#include <vector>

#include <http/message.hpp>
#include <objects/link_signer.hpp>
#include <objects/object_store.hpp>

namespace mrbill::objects {

// Both must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(ObjectStore& store, const LinkSigner& links);

}  // namespace mrbill::objects
