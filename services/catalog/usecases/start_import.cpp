#include "usecases/start_import.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

#include "domain/csv.hpp"
#include "usecases/moment.hpp"

namespace mrbill::catalog {
namespace {

std::string object_key_of(ImportId id, ImportFormat format) {
  return "temp/" + id.to_string() + (format == ImportFormat::csv ? "/import.csv" : "/import.jsonl");
}

// A wrong heading would refuse every row: better said at once.
bool has_heading(std::string_view file) {
  CsvReader reader;
  reader.feed(file.substr(0, max_csv_record));
  reader.finish();
  const auto heading = reader.next();
  return heading && !heading->malformed && is_import_heading(heading->cells);
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
                         .most_bytes = size,
                         .only_if_absent = true};
  // Named: g++ 12 destroys a lambda with captures twice when it is written inside a co_await expression.
  objects::Chunks chunks = [content] { return all_then_nothing(content); };
  auto stored = co_await files_.put(std::move(upload), std::move(chunks));
  if (!stored) throw std::runtime_error("the object store refused an import file");
}

Task<Result<Import, Refusal>> StartImport::operator()(Caller caller, ImportFormat format, std::string file,
                                                      std::optional<IdempotencyKey> key) {
  if (file.empty()) co_return fail(Refusal{RefusalCode::empty_file});
  if (format == ImportFormat::csv && !has_heading(file))
    co_return fail(Refusal{RefusalCode::invalid_csv_header});
  NewImport import{.id = ImportId{new_uuid(clock_, random_)},
                   .format = format,
                   .size = file.size(),
                   .created_at = millisecond_now(clock_)};
  import.object_key = object_key_of(import.id, format);
  co_await keep(import.object_key, format, std::move(file));
  auto birth = co_await imports_.enqueue(caller, import, std::move(key));
  if (!birth || birth->repeated) co_await files_.remove(import.object_key);
  if (!birth) co_return fail(refusal_of(birth.error()));
  co_return Import{.id = ImportId{birth->id}, .format = format, .created_at = birth->at};
}

}  // namespace mrbill::catalog
