#include <fmt/format.h>
#include <libpq-fe.h>

#include <postgres/rows.hpp>

namespace mrbill::postgres {

bool Row::is_null(int column) const {
  if (column < 0 || column >= PQnfields(result_)) {
    throw DecodeError(fmt::format("there is no column {}: the answer has {}", column, PQnfields(result_)));
  }
  return PQgetisnull(result_, row_, column) == 1;
}

std::string_view Row::text(int column) const {
  if (is_null(column)) {
    throw DecodeError(
        fmt::format("column {} is NULL, but its reader expects a value", PQfname(result_, column)));
  }
  return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

int Row::index_of(std::string_view column, int hint) const {
  if (hint < PQnfields(result_) && column == PQfname(result_, hint)) return hint;
  for (int index = 0; index < PQnfields(result_); ++index) {
    if (column == PQfname(result_, index)) return index;
  }
  throw DecodeError(fmt::format("there is no column {}", column));
}

// The value itself is not told: it may be personal.
void Row::bad_value(int column) const {
  throw DecodeError(fmt::format("column {} (type oid {}) does not hold what its reader expects",
                                PQfname(result_, column), PQftype(result_, column)));
}

Rows::Rows(pg_result* result)
    : result_(result, &PQclear), size_(static_cast<std::size_t>(PQntuples(result))) {}

Row Rows::operator[](std::size_t row) const {
  if (row >= size_) throw DecodeError(fmt::format("there is no row {}: the answer has {}", row, size_));
  return {result_.get(), static_cast<int>(row)};
}

std::int64_t Rows::affected() const {
  const std::string_view count = result_ ? PQcmdTuples(result_.get()) : "";
  return Codec<std::int64_t>::decode(count).value_or(0);
}

std::string_view Rows::tag() const {
  return result_ ? PQcmdStatus(result_.get()) : "";
}

}  // namespace mrbill::postgres
