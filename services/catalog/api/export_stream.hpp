// An export as a streamed body: a page of POCs is read, printed and sent before the next is read.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <http/message.hpp>

#include "domain/import.hpp"
#include "usecases/export_pocs.hpp"

namespace mrbill::catalog {

// What the pages read from must outlive the stream. `separator`: of the cells of CSV. Breaks off, so that the
// file does not look whole, when its reader is vouched for no more.
[[nodiscard]] http::BodySource export_stream(std::shared_ptr<ExportPocs> pages, ImportFormat format,
                                             char separator, std::function<bool()> still_vouched_for);

// One POC as a line of the file, its end included.
void append_export_line(std::string& out, const Poc& poc, ImportFormat format, char separator);
[[nodiscard]] std::string csv_heading(char separator);  // with a byte order mark

}  // namespace mrbill::catalog
