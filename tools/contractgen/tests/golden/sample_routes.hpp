// Made by tools/contractgen from sample.yaml; not edited by hand.
#pragma once

#include <vector>

#include <async/task.hpp>
#include <contract/sample.hpp>
#include <http/message.hpp>

namespace mrbill::contract::sample {

// What a service implements. Each call was authenticated and its input checked.
class Api {
 public:
  virtual ~Api() = default;
  // GET /api/v1/things: Finds things
  virtual Task<http::Response> list_things(http::Request request, ListThingsInput input) = 0;
  // POST /api/v1/things:
  virtual Task<http::Response> create_thing(http::Request request, CreateThingInput input) = 0;
  // PATCH /api/v1/things/{thingId}:
  virtual Task<http::Response> update_thing(http::Request request, UpdateThingInput input) = 0;
  // POST /api/v1/things/import:
  virtual Task<http::Response> import_things(http::Request request, ImportThingsInput input) = 0;
  // DELETE /internal/things:
  virtual Task<http::Response> delete_things(http::Request request, DeleteThingsInput input) = 0;
  // POST /internal/things/{thingId}/parts: Finds parts of a thing
  virtual Task<http::Response> find_parts(http::Request request, FindPartsInput input) = 0;
};

// They call the api, which outlives them.
[[nodiscard]] std::vector<http::Route> routes(Api& api);
[[nodiscard]] std::vector<http::Route> internal_routes(Api& api);

}  // namespace mrbill::contract::sample
