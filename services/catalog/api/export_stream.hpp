// An export as a streamed body: a page of POCs is read, printed and sent before the next is read.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <http/message.hpp>

#include "domain/import.hpp"
#include "usecases/export_pocs.hpp"

namespace mrbill::catalog {

// What the pages read from must outlive the stream.
[[nodiscard]] http::BodySource export_stream(std::shared_ptr<ExportPocs> pages, ImportFormat format);

// One POC as a line of the file, its end included.
void append_export_line(std::string& out, const Poc& poc, ImportFormat format);
[[nodiscard]] std::string csv_heading();

}  // namespace mrbill::catalog
