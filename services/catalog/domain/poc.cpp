#include "domain/poc.hpp"

#include <base/unreachable.hpp>

namespace mrbill::catalog {

PocPosition position_of(const Poc& poc, SortField field) {
  switch (field) {
    case SortField::created_at:
      return {poc.created_at, poc.id};
    case SortField::updated_at:
      return {poc.updated_at, poc.id};
    case SortField::name:
      return {poc.content.name, poc.id};
    case SortField::language:
      return {poc.content.language.value_or(""), poc.id};
    case SortField::deleted_at:
      return {poc.deleted_at.value_or(Timestamp{}), poc.id};
  }
  unreachable();
}

}  // namespace mrbill::catalog
