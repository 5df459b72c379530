// One cell of a CSV file as the JSON value of its field.
#pragma once

#include <string>
#include <string_view>

#include "domain/import.hpp"
#include "domain/import_columns.hpp"

namespace mrbill::catalog {

// What the cell cannot mean stays as it is: the contract's rules will name it. `reading` says in which zone
// and order times are.
void append_csv_value(std::string& json, ImportColumn column, std::string_view cell,
                      const CsvReading& reading);

}  // namespace mrbill::catalog
