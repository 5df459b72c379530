// Commands as the bytes of RESP2: an array of bulk strings.
#pragma once

#include <string>
#include <vector>

namespace mrbill::redis {

using Arguments = std::vector<std::string>;  // the command's name and what follows it

void append_request(std::string& out, const Arguments& arguments);
[[nodiscard]] std::string to_request(const Arguments& arguments);

}  // namespace mrbill::redis
