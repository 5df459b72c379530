# The fonts that films and reports are set in, copied from Debian's packages with their licences into share/fonts of the
# build folder, where the programs find them. Programs read no other font.
set(_share ${CMAKE_BINARY_DIR}/share/fonts)
file(STRINGS ${CMAKE_SOURCE_DIR}/studio/canvas/fonts/fonts.txt _fonts REGEX "^[^#]")
set(_copied)
set(_licences)
foreach(line ${_fonts})
  string(REGEX MATCH "^([^ ]+) +(.+)$" _ "${line}")
  set(_package ${CMAKE_MATCH_1})
  set(_file ${CMAKE_MATCH_2})
  get_filename_component(_name ${_file} NAME)
  set(_from /usr/share/fonts/${_file})
  if(NOT EXISTS ${_from})
    message(FATAL_ERROR "${_from} is missing: install ${_package} (deploy/local/packages/build.txt)")
  endif()
  add_custom_command(OUTPUT ${_share}/${_name}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${_share}
    COMMAND ${CMAKE_COMMAND} -E copy ${_from} ${_share}/${_name}
    DEPENDS ${_from} COMMENT "Copying the font ${_name}" VERBATIM)
  list(APPEND _copied ${_share}/${_name})
  list(APPEND _licences ${_package})
endforeach()
# One rule for each package: fonts of one package are copied at the same time.
list(REMOVE_DUPLICATES _licences)
foreach(_package ${_licences})
  add_custom_command(OUTPUT ${_share}/licences/${_package}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${_share}/licences
    COMMAND ${CMAKE_COMMAND} -E copy /usr/share/doc/${_package}/copyright ${_share}/licences/${_package}
    DEPENDS /usr/share/doc/${_package}/copyright COMMENT "Copying the licence of ${_package}" VERBATIM)
  list(APPEND _copied ${_share}/licences/${_package})
endforeach()
# Emoji are bitmaps: fontconfig's own rule scales them to the size that is asked for.
add_custom_command(OUTPUT ${_share}/fonts.conf
  COMMAND ${CMAKE_COMMAND} -E copy /usr/share/fontconfig/conf.avail/10-scale-bitmap-fonts.conf ${_share}/scale-bitmap-fonts.conf
  COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/studio/canvas/fonts/fonts.conf ${_share}/fonts.conf
  DEPENDS ${_copied} ${CMAKE_SOURCE_DIR}/studio/canvas/fonts/fonts.conf
  COMMENT "Bundling fonts" VERBATIM)
add_custom_target(fonts DEPENDS ${_share}/fonts.conf)
