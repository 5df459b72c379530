#include <redis/request.hpp>

namespace mrbill::redis {

void append_request(std::string& out, const Arguments& arguments) {
  out += '*';
  out += std::to_string(arguments.size());
  out += "\r\n";
  for (const auto& argument : arguments) {
    out += '$';
    out += std::to_string(argument.size());
    out += "\r\n";
    out += argument;
    out += "\r\n";
  }
}

std::string to_request(const Arguments& arguments) {
  std::string out;
  append_request(out, arguments);
  return out;
}

}  // namespace mrbill::redis
