#include "adapters/xapian/xapian_poc_index.hpp"

#include <charconv>

#include "adapters/xapian/schema.hpp"

namespace mrbill::catalog {

namespace {

int flags_of(XapianPocIndex::Open mode) {
  const int action = mode == XapianPocIndex::Open::empty ? Xapian::DB_CREATE : Xapian::DB_OPEN;
  return action | Xapian::DB_NO_SYNC;
}

}  // namespace

std::int64_t read_watermark(const Xapian::Database& database, TenantId tenant) {
  const auto text = database.get_metadata(schema::watermark_key(tenant));
  std::int64_t watermark = 0;
  std::from_chars(text.data(), text.data() + text.size(), watermark);
  return watermark;
}

void demand_form(const Xapian::Database& database) {
  if (database.get_metadata(schema::form_key) == schema::form) return;
  throw Xapian::DatabaseVersionError("it was built by another form of documents");
}

XapianPocIndex::XapianPocIndex(const std::filesystem::path& path, Open mode)
    : database_(path.string(), flags_of(mode)) {
  if (mode == Open::empty) database_.set_metadata(schema::form_key, schema::form);
  demand_form(database_);
}

std::int64_t XapianPocIndex::watermark(TenantId tenant) {
  return read_watermark(database_, tenant);
}

void XapianPocIndex::apply(TenantId tenant, const std::vector<Poc>& rows, std::int64_t new_watermark) {
  for (const auto& row : rows) {
    const auto id = schema::id_term(row.id);
    if (row.deleted_at) {
      database_.delete_document(id);
    } else {
      database_.replace_document(id, schema::to_document(row));
    }
  }
  database_.set_metadata(schema::watermark_key(tenant), std::to_string(new_watermark));
}

void XapianPocIndex::commit() {
  database_.commit();
}

}  // namespace mrbill::catalog
