// What a statement answered. Cheap to move and to copy (shared); a Row is a view into its Rows.
//
//   for (auto row : rows) use(row.get<PocId>("poc_id"), row.get<std::optional<std::string>>(1));
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <postgres/codec.hpp>

struct pg_result;  // libpq's PGresult

namespace mrbill::postgres {

// The statement and the code that reads its answer do not fit each other: our bug, never the world's.
class DecodeError : public std::logic_error {
  using std::logic_error::logic_error;
};

class Row {
 public:
  Row(const pg_result* result, int row) : result_(result), row_(row) {}

  // NULL is read by std::optional only. Throws DecodeError, which names the column.
  template <class T>
  [[nodiscard]] T get(int column) const {
    if constexpr (is_optional<T>) {
      return is_null(column) ? T{} : T{get<typename T::value_type>(column)};
    } else {
      auto value = Codec<T>::decode(text(column));
      if (!value) bad_value(column);
      return std::move(*value);
    }
  }
  template <class T>
  [[nodiscard]] T get(std::string_view column) const {
    return get<T>(index_of(column));
  }
  [[nodiscard]] bool is_null(int column) const;
  // Looked for at `hint` first. Throws DecodeError where there is none.
  [[nodiscard]] int index_of(std::string_view column, int hint = 0) const;

 private:
  [[nodiscard]] std::string_view text(int column) const;
  [[noreturn]] void bad_value(int column) const;
  const pg_result* result_;
  int row_;
};

class Rows {
 public:
  Rows() = default;
  explicit Rows(pg_result* result);  // takes it over

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] Row operator[](std::size_t row) const;  // throws DecodeError beyond the last row
  [[nodiscard]] Row front() const { return (*this)[0]; }
  [[nodiscard]] std::int64_t affected() const;  // rows that INSERT, UPDATE or DELETE touched
  [[nodiscard]] std::string_view tag() const;   // "INSERT 0 1", "COMMIT"

  class Iterator {
   public:
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    Iterator(const pg_result* result, int row) : result_(result), row_(row) {}
    Row operator*() const { return {result_, row_}; }
    Iterator& operator++() { return ++row_, *this; }
    bool operator==(const Iterator& other) const { return row_ == other.row_; }

   private:
    const pg_result* result_;
    int row_;
  };
  [[nodiscard]] Iterator begin() const { return {result_.get(), 0}; }
  [[nodiscard]] Iterator end() const { return {result_.get(), static_cast<int>(size_)}; }

 private:
  std::shared_ptr<pg_result> result_;
  std::size_t size_ = 0;
};

}  // namespace mrbill::postgres
