// A table of (column, member): what is selected, how a row becomes a struct and how structs become parameters
// all follow from it, so that one more column is one more line.
//
//   constexpr auto track_columns = columns(column<&Track::id>("track_id"), column<&Track::name>("name"),
//                                          column<&Track::made, &Made::at>("made_at", "m.created_at"));
//   track_columns.list("t")                     // t.track_id, t.name, m.created_at AS made_at
//   track_columns.read<Track>(rows)             // by the columns' names, wherever they stand
//   track_columns.each("{0} = g.{0}")           // track_id = g.track_id, name = g.name, ...
//   track_columns.arrays(3)                     // $3::uuid[], $4::text[], $5::timestamptz[]
//   track_columns.add_arrays(arguments, tracks) // and their values
#pragma once

#include <array>
#include <concepts>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <postgres/rows.hpp>

namespace mrbill::postgres {

// What a value is to PostgreSQL.
template <class T>
inline constexpr std::string_view sql_type = "text";
template <class T>
inline constexpr std::string_view sql_type<std::optional<T>> = sql_type<T>;
template <>
inline constexpr std::string_view sql_type<bool> = "boolean";
template <>
inline constexpr std::string_view sql_type<std::int16_t> = "smallint";
template <>
inline constexpr std::string_view sql_type<std::int32_t> = "integer";
template <>
inline constexpr std::string_view sql_type<std::int64_t> = "bigint";
template <>
inline constexpr std::string_view sql_type<double> = "double precision";
template <>
inline constexpr std::string_view sql_type<Timestamp> = "timestamptz";
template <>
inline constexpr std::string_view sql_type<Uuid> = "uuid";
template <class Tag>
inline constexpr std::string_view sql_type<Id<Tag>> = "uuid";
template <>
inline constexpr std::string_view sql_type<Bytes> = "bytea";
template <>
inline constexpr std::string_view sql_type<Sha256> = "bytea";
template <>
inline constexpr std::string_view sql_type<Json> = "jsonb";

// What is there at the end of a path of members; the last may be a function of the object (then it is only
// written, never read).
template <auto First, auto... Rest, class Object>
[[nodiscard]] constexpr decltype(auto) at_path(Object& object) {
  if constexpr (sizeof...(Rest) == 0) {
    return std::invoke(First, object);
  } else {
    return at_path<Rest...>(std::invoke(First, object));
  }
}

// Name, and what is selected under it where that is not the column itself.
struct Heading {
  std::string_view name;
  std::string_view expression = {};
};

template <auto... Path>
struct Column {
  Heading heading;

  template <class Object>
  [[nodiscard]] static constexpr decltype(auto) of(Object& object) {
    return at_path<Path...>(object);
  }
  template <class Object>
  using Value = std::remove_cvref_t<decltype(at_path<Path...>(std::declval<Object&>()))>;
};

template <auto... Path>
[[nodiscard]] constexpr Column<Path...> column(std::string_view name, std::string_view expression = {}) {
  return {{name, expression}};
}

// What Columns put together, out of line.
[[nodiscard]] std::string list_of(std::span<const Heading> headings, std::string_view table);
[[nodiscard]] std::string each_of(std::span<const Heading> headings, std::string_view pattern);
[[nodiscard]] std::string parameters_of(int count, int first);
[[nodiscard]] std::string arrays_of(std::span<const std::string_view> types, int first);

template <class Struct, class... C>
class Reader;

template <class... C>
class Columns {
 public:
  static constexpr int count = sizeof...(C);
  constexpr explicit Columns(const C&... columns) : headings_{columns.heading...} {}

  // For SELECT and RETURNING; columns that are expressions get their names by AS.
  [[nodiscard]] std::string list(std::string_view table = {}) const { return list_of(headings_, table); }
  // The pattern once for each, {0} its name, with commas between them.
  [[nodiscard]] std::string each(std::string_view pattern = "{0}") const {
    return each_of(headings_, pattern);
  }

  // Throws DecodeError where the answer lacks a column, or has another value than the member.
  template <class Struct>
  [[nodiscard]] Struct read(Row row) const {
    return Reader<Struct, C...>(headings_, row)(row);
  }
  template <class Struct>
  [[nodiscard]] std::vector<Struct> read(const Rows& rows) const {
    std::vector<Struct> all;
    if (rows.empty()) return all;
    all.reserve(rows.size());
    const Reader<Struct, C...> reader(headings_, rows.front());
    for (const auto row : rows) all.push_back(reader(row));
    return all;
  }
  // For rows of one answer that are read one by one: names are looked up in the first of them alone.
  template <class Struct>
  [[nodiscard]] Reader<Struct, C...> reader(Row row) const {
    return Reader<Struct, C...>(headings_, row);
  }

  // For FROM unnest(...): one array a column, the first of them the parameter $first.
  template <class Struct>
  [[nodiscard]] std::string arrays(int first) const {
    static constexpr std::array<std::string_view, sizeof...(C)> types{
        sql_type<typename C::template Value<const Struct>>...};
    return arrays_of(types, first);
  }
  // `in` finds the struct in an item.
  template <class Items, class In = std::identity>
  void add_arrays(Arguments& arguments, const Items& items, In in = {}) const {
    (arguments.add_array(items,
                         [&](const auto& item) -> decltype(auto) { return C::of(std::invoke(in, item)); }),
     ...);
  }
  // "$5, $6, ...", for one struct's values in the columns' order.
  [[nodiscard]] std::string parameters(int first) const { return parameters_of(count, first); }
  template <class Struct>
  void add(Arguments& arguments, const Struct& value) const {
    (arguments.add(C::of(value)), ...);
  }

  template <class... D>
  [[nodiscard]] constexpr Columns<C..., D...> operator+(const Columns<D...>& more) const {
    return join(more, std::index_sequence_for<C...>(), std::index_sequence_for<D...>());
  }

 private:
  template <class...>
  friend class Columns;
  template <class... D, std::size_t... I, std::size_t... J>
  [[nodiscard]] constexpr Columns<C..., D...> join(const Columns<D...>& more,
                                                   std::index_sequence<I...> /*mine*/,
                                                   std::index_sequence<J...> /*its*/) const {
    return Columns<C..., D...>(C{headings_[I]}..., D{more.headings_[J]}...);
  }
  std::array<Heading, sizeof...(C)> headings_;
};

template <class... C>
[[nodiscard]] constexpr Columns<C...> columns(const C&... all) {
  return Columns<C...>(all...);
}

// Rows of one answer as structs: where its columns stand is looked up once.
template <class Struct, class... C>
class Reader {
 public:
  Reader(std::span<const Heading> headings, Row row) {
    int hint = 0;  // columns mostly stand in the table's order
    for (std::size_t i = 0; i < sizeof...(C); ++i) {
      at_[i] = row.index_of(headings[i].name, hint);
      hint = at_[i] + 1;
    }
  }
  [[nodiscard]] Struct operator()(Row row) const {
    Struct read{};
    std::size_t next = 0;
    (take<C>(read, row, at_[next++]), ...);
    return read;
  }

 private:
  template <class Col>
  static void take(Struct& into, Row row, int column) {
    Col::of(into) = row.get<typename Col::template Value<Struct>>(column);
  }
  std::array<int, sizeof...(C)> at_{};
};

}  // namespace mrbill::postgres
