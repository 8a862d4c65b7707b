# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack over what is to be packed: adds what Debian's policy wants of a package.
set(share "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share")
set(doc "${share}/doc/quoin")
file(COPY "${CMAKE_CURRENT_LIST_DIR}/copyright" DESTINATION "${doc}")
configure_file("${CMAKE_CURRENT_LIST_DIR}/changelog" "${doc}/changelog.Debian" COPYONLY)
execute_process(COMMAND gzip -9n "${doc}/changelog.Debian" "${share}/man/man1/quoin.1"
    COMMAND_ERROR_IS_FATAL ANY)
