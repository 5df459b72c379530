#include "usecases/start_import.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

#include <base/unreachable.hpp>

#include "usecases/look_at_file.hpp"
#include "usecases/moment.hpp"
#include "usecases/refused_key.hpp"

namespace mrbill::catalog {
namespace {

std::string object_key_of(ImportId id, ImportFormat format) {
  return "temp/" + id.to_string() + (format == ImportFormat::csv ? "/import.csv" : "/import.jsonl");
}

StartImportError refused(FileError error) {
  switch (error.code) {
    case FileError::empty_file:
      return {StartImportError::empty_file};
    case FileError::invalid_csv_header:
      return {StartImportError::invalid_csv_header, std::move(error.errors)};
    case FileError::too_many_rows:
      return {StartImportError::too_many_rows};
    case FileError::unsupported_media_type:
      return {StartImportError::unsupported_media_type};
  }
  unreachable();
}

Task<std::string> all_then_nothing(std::shared_ptr<std::string> file) {
  co_return std::exchange(*file, {});
}

}  // namespace

Task<> StartImport::keep(std::string object_key, ImportFormat format, std::string file) {
  const auto size = file.size();
  auto content = std::make_shared<std::string>(std::move(file));  // owned by the chunks alone
  objects::Upload upload{.key = std::move(object_key),
                         .content_type = format == ImportFormat::csv ? "text/csv" : "application/x-ndjson",
                         .max_bytes = size,
                         .only_if_absent = true};
  // Named: g++ 12 destroys a lambda with captures twice when it is written inside a co_await expression.
  objects::Chunks chunks = [content] { return all_then_nothing(content); };
  auto stored = co_await files_.put(std::move(upload), std::move(chunks));
  if (!stored) throw std::runtime_error("the object store refused an import file");
}

Task<CsvReading> StartImport::reading_for(Caller caller, char separator) {
  auto preferences = co_await preferences_.find(std::move(caller));
  CsvReading reading{.separator = separator};
  if (!preferences) co_return reading;
  reading.date_order = date_order_of(preferences->locale);
  if (!preferences->time_zone.empty()) reading.time_zone = std::move(preferences->time_zone);
  co_return reading;
}

Task<Result<Import, StartImportError>> StartImport::operator()(Caller caller, ImportFormat said,
                                                               std::string file,
                                                               std::optional<IdempotencyKey> key) {
  auto look = [said, file = std::move(file)]() mutable { return look_at_file(said, std::move(file)); };
  auto looking = threads_.run(std::move(look));
  auto looked = co_await std::move(looking);
  if (!looked) co_return fail(refused(std::move(looked).error()));
  auto seen = *std::move(looked);
  NewImport import{.id = ImportId{new_uuid(clock_, random_)},
                   .format = seen.format,
                   .size = seen.text.size(),
                   .created_at = millisecond_now(clock_)};
  if (seen.format == ImportFormat::csv) import.reading = co_await reading_for(caller, seen.separator);
  import.object_key = object_key_of(import.id, seen.format);
  co_await keep(import.object_key, seen.format, std::move(seen.text));
  auto created = co_await imports_.enqueue(caller, import, std::move(key));
  if (!created || created->repeated) co_await files_.remove(import.object_key);
  if (!created) co_return fail(refused_key<StartImportError>(created.error()));
  co_return Import{.id = ImportId{created->id}, .format = seen.format, .created_at = created->at};
}

}  // namespace mrbill::catalog
