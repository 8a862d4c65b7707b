# SPDX-License-Identifier: GPL-3.0-or-later
# libxlsxwriter, which brings no CMake config: XlsxWriter::XlsxWriter.
find_path(XlsxWriter_INCLUDE_DIR xlsxwriter.h)
find_library(XlsxWriter_LIBRARY xlsxwriter)
mark_as_advanced(XlsxWriter_INCLUDE_DIR XlsxWriter_LIBRARY)

if(XlsxWriter_INCLUDE_DIR)
    file(STRINGS "${XlsxWriter_INCLUDE_DIR}/xlsxwriter.h" XlsxWriter_VERSION
        REGEX "^#define LXW_VERSION \"")
    string(REGEX REPLACE ".*\"(.*)\".*" "\\1" XlsxWriter_VERSION "${XlsxWriter_VERSION}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(XlsxWriter
    REQUIRED_VARS XlsxWriter_LIBRARY XlsxWriter_INCLUDE_DIR
    VERSION_VAR XlsxWriter_VERSION)

if(XlsxWriter_FOUND AND NOT TARGET XlsxWriter::XlsxWriter)
    add_library(XlsxWriter::XlsxWriter UNKNOWN IMPORTED)
    set_target_properties(XlsxWriter::XlsxWriter PROPERTIES
        IMPORTED_LOCATION "${XlsxWriter_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${XlsxWriter_INCLUDE_DIR}")
endif()
