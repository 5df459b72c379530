# The tables of styles and of their scenes, written from what lies here: a style is a folder NAME whose style.cpp defines
# `std::unique_ptr<Style> make_NAME_style()` in mrbill::content::video; a scene of it is the file of its name, whose
# `Draw KIND(const Script&, std::size_t scene)` stands in the style's namespace. Which scenes there are, SceneKind says.
set(_story ${CMAKE_CURRENT_LIST_DIR}/../story.hpp)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${_story})
file(READ ${_story} _kinds)
string(REGEX REPLACE ".*enum class SceneKind {([^}]*)}.*" "\\1" _kinds "${_kinds}")
string(REGEX MATCHALL "[a-z_]+" _kinds "${_kinds}")
list(JOIN _kinds ", " _scenes)
list(TRANSFORM _kinds REPLACE "(.+)" "\"\\1\"" OUTPUT_VARIABLE _named)
list(JOIN _named ", " _named)

file(GLOB _folders CONFIGURE_DEPENDS LIST_DIRECTORIES true RELATIVE ${CMAKE_CURRENT_LIST_DIR} "${CMAKE_CURRENT_LIST_DIR}/*/style.cpp")
set(_declared)
set(_composed)
set(_listed)
foreach(_file ${_folders})
  get_filename_component(_style ${_file} DIRECTORY)
  set(_declarations)
  foreach(_kind ${_kinds})
    if(NOT EXISTS ${CMAKE_CURRENT_LIST_DIR}/${_style}/${_kind}.cpp)
      message(FATAL_ERROR "the style ${_style} lacks a scene: add styles/${_style}/${_kind}.cpp with "
        "Draw ${_kind}(const Script&, std::size_t scene)")
    endif()
    string(APPEND _declarations "Draw ${_kind}(const Script&, std::size_t);\n")
  endforeach()
  string(APPEND _composed "namespace ${_style} {\n${_declarations}"
    "extern const Compose scenes[];\nconst Compose scenes[] = {${_scenes}};\n}  // namespace ${_style}\n\n")
  string(APPEND _declared "std::unique_ptr<Style> make_${_style}_style();\n")
  string(APPEND _listed "    {\"${_style}\", make_${_style}_style},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/styles_table.cpp CONTENT
"#include \"render/video/styles/styles.hpp\"

namespace mrbill::content::video {

std::string_view to_string(SceneKind kind) {
  constexpr std::string_view names[] = {${_named}};
  return names[static_cast<int>(kind)];
}

${_composed}${_declared}
std::span<const NamedStyle> styles() {
  static constexpr NamedStyle table[] = {
${_listed}  };
  return table;
}

}  // namespace mrbill::content::video
" @ONLY)
target_sources(content_video PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/styles_table.cpp)
