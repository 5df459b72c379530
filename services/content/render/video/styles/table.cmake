# The table of styles, written from the folders beside this file: adding a style is adding a folder. A folder NAME defines
# `std::unique_ptr<Style> make_NAME_style()` in mrbill::content::video.
file(GLOB _folders CONFIGURE_DEPENDS LIST_DIRECTORIES true RELATIVE ${CMAKE_CURRENT_LIST_DIR} "${CMAKE_CURRENT_LIST_DIR}/*/style.cpp")
set(_declared)
set(_listed)
foreach(_file ${_folders})
  get_filename_component(_style ${_file} DIRECTORY)
  string(APPEND _declared "std::unique_ptr<Style> make_${_style}_style();\n")
  string(APPEND _listed "    {\"${_style}\", make_${_style}_style},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/styles_table.cpp CONTENT
"#include \"render/video/styles/styles.hpp\"

namespace mrbill::content::video {

${_declared}
std::span<const NamedStyle> styles() {
  static constexpr NamedStyle table[] = {
${_listed}  };
  return table;
}

}  // namespace mrbill::content::video
" @ONLY)
target_sources(content_video PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/styles_table.cpp)
