// Music of one's own as columns.
#pragma once

#include <postgres/columns.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

inline constexpr auto track_columns = postgres::columns(
    postgres::column<&Track::id>("track_id"), postgres::column<&Track::name>("name"),
    postgres::column<&Track::object_key>("object_key"), postgres::column<&Track::created_at>("created_at"));

}  // namespace mrbill::content
