// A POC as columns: the one list of them, from which its rows are read and written. In every statement that
// reads them the POC is `p`, $1 the tenant and $2 the caller.
#pragma once

#include <postgres/columns.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// What a person says in one value, each with a column <name>_changed_at beside it. A field more is a line
// here and a migration with its two columns.
inline constexpr auto said_columns =
    postgres::columns(postgres::column<&Poc::content, &PocContent::name>("name"),
                      postgres::column<&Poc::content, &PocContent::description>("description"),
                      postgres::column<&Poc::content, &PocContent::repository_url>("repository_url"),
                      postgres::column<&Poc::content, &PocContent::language>("language"),
                      postgres::column<&Poc::content, &PocContent::is_public>("is_public"));

// What is kept of it.
inline constexpr auto kept_columns = postgres::columns(
    postgres::column<&Poc::id>("poc_id"), postgres::column<&Poc::created_at>("created_at"),
    postgres::column<&Poc::updated_at>("updated_at"), postgres::column<&Poc::change_seq>("change_seq"));

// All that is read. Tags and frameworks come along as arrays: a page of POCs is one statement.
inline constexpr auto poc_columns =
    kept_columns + said_columns +
    postgres::columns(postgres::column<&Poc::tenant>("tenant_id"), postgres::column<&Poc::creator>("user_id"),
                      postgres::column<&Poc::deleted_at>("deleted_at"),
                      postgres::column<&Poc::content, &PocContent::tags>("tags", R"(
          ARRAY(SELECT t.tag FROM poc_tags t
                WHERE t.tenant_id = p.tenant_id AND t.poc_id = p.poc_id ORDER BY t.position))"),
                      postgres::column<&Poc::content, &PocContent::frameworks>("frameworks", R"(
          ARRAY(SELECT f.framework FROM poc_frameworks f
                WHERE f.tenant_id = p.tenant_id AND f.poc_id = p.poc_id ORDER BY f.position))"),
                      postgres::column<&Poc::favorite>("favorite", R"(
          EXISTS(SELECT FROM favorites v
                 WHERE v.tenant_id = $1 AND v.user_id = $2 AND v.poc_id = p.poc_id AND v.removed_at IS NULL))"),
                      postgres::column<&Poc::creator_name>("creator_name", R"(
          (SELECT c.full_name FROM people c WHERE c.tenant_id = p.tenant_id AND c.user_id = p.user_id))"));

}  // namespace mrbill::catalog
