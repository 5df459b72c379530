#include "adapters/xapian/xapian_poc_index.hpp"

#include <base/number.hpp>
#include <log/log.hpp>

#include "adapters/xapian/schema.hpp"
#include "adapters/xapian/state_pin.hpp"
#include "adapters/xapian/xapian_errors.hpp"

namespace mrbill::catalog {

namespace {

constexpr std::size_t blocks_of_a_look = 4096;  // 32 MiB: some ten milliseconds
// Xapian commits by itself after 10,000, and nobody would seal that root.
constexpr std::size_t max_uncommitted_rows = 5'000;
constexpr std::size_t uuid_letters = 36;

Xapian::WritableDatabase opened(const std::filesystem::path& path, XapianPocIndex::Open mode,
                                const RootSeal& seal) {
  if (mode == XapianPocIndex::Open::existing && !seal.is_announced() && !seal.comes_to_hold())
    throw IndexDamaged("the root is not the one that was sealed");
  const int action = mode == XapianPocIndex::Open::empty ? Xapian::DB_CREATE : Xapian::DB_OPEN;
  return for_writer([&] {
    return Xapian::WritableDatabase(path.string(), action | Xapian::DB_NO_SYNC, BlockLedger::block_bytes);
  });
}

BlockLedger ledger_of(const std::filesystem::path& path, XapianPocIndex::Open mode) {
  if (mode == XapianPocIndex::Open::empty) return BlockLedger(path);
  auto kept = BlockLedger::kept(path);
  if (!kept) throw IndexDamaged("nobody knows what its blocks should hold");
  return *std::move(kept);
}

Uuid uuid_at(std::string_view text, std::size_t place) {
  const auto uuid = Uuid::parse(text.substr(place * uuid_letters, uuid_letters));
  if (!uuid) throw IndexDamaged("its marks are not as they were written");
  return *uuid;
}

}  // namespace

std::int64_t read_watermark(const Xapian::Database& database, TenantId tenant) {
  const auto text = database.get_metadata(schema::watermark_key(tenant));
  if (text.empty()) return 0;
  const auto watermark = number_in<std::int64_t>(text);
  if (!watermark) throw MalformedDocument();
  return *watermark;
}

void demand_form(const Xapian::Database& database) {
  if (database.get_metadata(schema::form_key) == schema::form) return;
  throw Xapian::DatabaseVersionError("it was built by another form of documents");
}

XapianPocIndex::XapianPocIndex(const std::filesystem::path& path, Open mode)
    : path_(path),
      seal_(path),
      database_(opened(path, mode, seal_)),
      ledger_(ledger_of(path, mode)),
      former_(committed() - 1) {
  StatePin::make_possible(path_);
  if (mode == Open::existing) {
    inspect_all();
    seal_.put();
  } else {
    for_writer([this] { database_.set_metadata(schema::form_key, schema::form); });
    seal_.put();
  }
}

// Xapian's own destructor would commit as well, and leave the root without its seal.
XapianPocIndex::~XapianPocIndex() {
  try {
    commit();
  } catch (const std::exception& problem) {
    log::warn("what the search index took in last is lost", {{"reason", problem.what()}});
  }
}

void XapianPocIndex::inspect_all() {
  while (!inspect_some()) {
  }
  for_writer([this] { demand_form(database_); });
}

bool XapianPocIndex::inspect_some() {
  return ledger_.look(static_cast<BlockLedger::Revision>(committed()), blocks_of_a_look);
}

Xapian::rev XapianPocIndex::committed() const {
  return for_writer([this] { return database_.get_revision(); });
}

std::int64_t XapianPocIndex::watermark(TenantId tenant) {
  return for_writer([&] { return read_watermark(database_, tenant); });
}

std::int64_t XapianPocIndex::count(TenantId tenant) {
  return for_writer([&] { return std::int64_t{database_.get_termfreq(schema::tenant_term(tenant))}; });
}

void XapianPocIndex::apply(TenantId tenant, const std::vector<Poc>& rows, std::int64_t new_watermark) {
  for_writer([&] {
    for (const auto& row : rows) {
      const auto id = schema::id_term(row.id);
      if (row.deleted_at) {
        database_.delete_document(id);
      } else {
        database_.replace_document(id, schema::to_document(row));
      }
    }
    database_.set_metadata(schema::watermark_key(tenant), std::to_string(new_watermark));
  });
  uncommitted_rows_ += rows.size();
  if (uncommitted_rows_ >= max_uncommitted_rows) commit();
}

IndexMarks XapianPocIndex::marks() {
  const auto text = for_writer([this] { return database_.get_metadata(schema::marks_key); });
  if (text.size() != 3 * uuid_letters) throw IndexDamaged("its marks are not as they were written");
  return {uuid_at(text, 0), uuid_at(text, 1), uuid_at(text, 2)};
}

void XapianPocIndex::set_marks(const IndexMarks& marks) {
  const auto text = marks.index.to_string() + marks.confirmed.to_string() + marks.announced.to_string();
  for_writer([&] { database_.set_metadata(schema::marks_key, text); });
}

void XapianPocIndex::commit() {
  const auto before = committed();
  seal_.announce();
  for_writer([this] { database_.commit(); });
  seal_.put();
  if (committed() != before) former_ = before;
  uncommitted_rows_ = 0;
}

bool XapianPocIndex::may_be_written() {
  return !StatePin::is_pinned(path_, former_);
}

bool XapianPocIndex::inspect() {
  if (!seal_.holds()) throw IndexDamaged("the root is not the one that was sealed");
  const bool ended = inspect_some();
  if (ended) ledger_.keep();
  return ended;
}

}  // namespace mrbill::catalog
