// Our enumerations in a row: each as its word.
#pragma once

#include <postgres/codec.hpp>

#include "domain/content.hpp"

namespace mrbill::postgres {

template <>
struct Codec<content::Type> : WordCodec<content::Type, content::parse_type> {};
template <>
struct Codec<content::Status> : WordCodec<content::Status, content::parse_status> {};
template <>
struct Codec<content::Format> : WordCodec<content::Format, content::parse_format> {};
template <>
struct Codec<content::Shape> : WordCodec<content::Shape, content::parse_shape> {};
template <>
struct Codec<content::Grouping> : WordCodec<content::Grouping, content::parse_grouping> {};

}  // namespace mrbill::postgres
