// The requests of people: a port. PostgreSQL here. A caller reaches their own within their tenant; any other
// id is unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <async/task.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

// How many requests of one person may wait or be at work at once.
inline constexpr int max_open = 20;

enum class CreateError : std::uint8_t {
  key_in_use,
  key_reused,
  too_many_open,
  too_many_open_of_company,
  company_storage_full
};
enum class ChangeError : std::uint8_t {
  not_found,
  not_allowed,
  too_many_open,
  too_many_open_of_company,
  company_storage_full
};

struct NewRequest {
  RequestId id;
  Spec spec;
  Timestamp created_at;
};

struct RequestPosition {
  Timestamp created_at;
  RequestId id;
  bool operator==(const RequestPosition&) const = default;
};
struct RequestQuery {
  Type type = Type::video;
  std::int64_t offset = 0;                    // used without `after`
  std::optional<RequestPosition> after = {};  // rows beyond this one
  int limit = 20;
};
struct RequestPage {
  std::vector<Request> requests = {};  // newest first
  std::int64_t total = 0;
  std::optional<RequestPosition> next = {};
};

struct ChangedRequest {
  Request request;
  Timestamp changed_at;
};

class RequestStore {
 public:
  virtual ~RequestStore() = default;
  // The request and its job, in one transaction. With a key that was answered before, the earlier creation.
  [[nodiscard]] virtual Task<Result<Created, CreateError>> create(Caller caller, NewRequest request,
                                                                  std::optional<IdempotencyKey> key) = 0;
  [[nodiscard]] virtual Task<std::optional<Request>> find(Caller caller, Type type, RequestId id) = 0;
  [[nodiscard]] virtual Task<RequestPage> list(Caller caller, RequestQuery query) = 0;
  // Of both types: what is open, and what has changed since then, in the order of changes. At most so many:
  // open ones and the latest.
  [[nodiscard]] virtual Task<std::vector<ChangedRequest>> changed(Caller caller, Timestamp since,
                                                                  int most) = 0;
  // What waits ends at once, what is at work soon. not_allowed: it is over already, and was not cancelled.
  [[nodiscard]] virtual Task<Result<Request, ChangeError>> cancel(Caller caller, Type type, RequestId id) = 0;
  // Anew, with the work that was done kept. not_allowed: it has not failed.
  [[nodiscard]] virtual Task<Result<Request, ChangeError>> retry(Caller caller, Type type, RequestId id,
                                                                 Uuid job, Timestamp now) = 0;
  // A finished one whose files are lost, anew from its beginning. not_allowed: it is not finished (any more).
  [[nodiscard]] virtual Task<Result<Request, ChangeError>> make_again(Caller caller, Type type, RequestId id,
                                                                      Uuid job, Timestamp now) = 0;
  // With its files (soon), its link, its job. Gone already is fine: false.
  [[nodiscard]] virtual Task<bool> remove(Caller caller, Type type, RequestId id) = 0;
};

}  // namespace mrbill::content
