// A POC as columns: the one list of them, and how a row becomes a Poc. In every statement that uses it the
// POC is `p`, $1 the tenant and $2 the caller.
#pragma once

#include <string_view>

#include <postgres/rows.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// Tags and frameworks come along as arrays: a page of POCs is one statement.
inline constexpr std::string_view poc_columns = R"(
  p.poc_id, p.tenant_id, p.user_id, p.name, p.description, p.repository_url, p.language, p.is_public,
  p.created_at, p.updated_at, p.deleted_at, p.change_seq,
  ARRAY(SELECT t.tag FROM poc_tags t
        WHERE t.tenant_id = p.tenant_id AND t.poc_id = p.poc_id ORDER BY t.position),
  ARRAY(SELECT f.framework FROM poc_frameworks f
        WHERE f.tenant_id = p.tenant_id AND f.poc_id = p.poc_id ORDER BY f.position),
  EXISTS(SELECT FROM favorites v
         WHERE v.tenant_id = $1 AND v.user_id = $2 AND v.poc_id = p.poc_id AND v.removed_at IS NULL),
  (SELECT c.full_name FROM people c WHERE c.tenant_id = p.tenant_id AND c.user_id = p.user_id))";

// The columns above, from `first` on.
[[nodiscard]] Poc poc_of(postgres::Row row, int first = 0);

}  // namespace mrbill::catalog
