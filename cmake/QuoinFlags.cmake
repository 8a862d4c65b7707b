# SPDX-License-Identifier: GPL-3.0-or-later
# How everything is compiled: warnings, checks while it runs, and hardening.
include(CheckCXXCompilerFlag)
include(CheckPIESupported)

# Position independent executables, which also need their link flag.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
check_pie_supported()

add_library(quoin_flags INTERFACE)
add_library(Quoin::flags ALIAS quoin_flags)
target_compile_options(quoin_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    # In a unity build a local name may be the one of another file's constant.
    $<$<NOT:$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wshadow>
    -fno-omit-frame-pointer # debuggers and profilers read whole backtraces
    $<$<BOOL:${QUOIN_WERROR}>:-Werror>
    $<$<BOOL:${QUOIN_SANITIZE}>:-fsanitize=address>
    $<$<BOOL:${QUOIN_COVERAGE}>:--coverage -fprofile-update=atomic>)
target_link_options(quoin_flags INTERFACE
    $<$<BOOL:${QUOIN_SANITIZE}>:-fsanitize=address,undefined>
    $<$<BOOL:${QUOIN_COVERAGE}>:--coverage>)
target_compile_definitions(quoin_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    $<$<BOOL:${QUOIN_WERROR}>:QT_FORCE_ASSERTS>)

# Checks of the product alone; tests take as long to build again. A null pointer ends the program
# without a check.
add_library(quoin_checks INTERFACE)
add_library(Quoin::checks ALIAS quoin_checks)
target_compile_options(quoin_checks INTERFACE
    $<$<BOOL:${QUOIN_SANITIZE}>:-fsanitize=undefined -fno-sanitize=null
        -fno-sanitize-recover=undefined>
    $<$<BOOL:${QUOIN_FUZZ}>:-fsanitize=fuzzer-no-link>)

# Hardening limits what a bug in reading strange bytes can be turned into, as far as the compiler
# and the C library go. tests/packaging/hardening checks the result.
if(UNIX AND NOT APPLE AND NOT QUOIN_SANITIZE)
    foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection
            -ftrivial-auto-var-init=zero)
        string(MAKE_C_IDENTIFIER "QUOIN_HAS${flag}" has)
        check_cxx_compiler_flag(${flag} ${has})
        if(${has})
            target_compile_options(quoin_flags INTERFACE ${flag})
        endif()
    endforeach()
    # Where a compiler or a C library does not know the third level, it warns and takes the second.
    set(CMAKE_REQUIRED_FLAGS "-O2 -Werror -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3")
    check_cxx_source_compiles("#include <cstdlib>\nint main() { return 0; }" QUOIN_HAS_FORTIFY_3)
    unset(CMAKE_REQUIRED_FLAGS)
    set(fortify $<IF:$<BOOL:${QUOIN_HAS_FORTIFY_3}>,3,2>)
    target_compile_options(quoin_flags INTERFACE
        "$<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=${fortify};-D_GLIBCXX_ASSERTIONS>")
    target_link_options(quoin_flags INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
