# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries the standard, the warnings and the hardening for every target of the project.
add_library(earwitness_common INTERFACE)
target_compile_features(earwitness_common INTERFACE cxx_std_20)
target_include_directories(earwitness_common INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(earwitness_common INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2
  -fno-math-errno -fstack-protector-strong)
# -Werror arrives late in the command line, so headers of other projects are system headers.
if(EARWITNESS_SANITIZE)
  target_compile_options(earwitness_common INTERFACE -fsanitize=${EARWITNESS_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(earwitness_common INTERFACE -fsanitize=${EARWITNESS_SANITIZE})
elseif(CMAKE_BUILD_TYPE MATCHES "Rel")
  target_compile_definitions(earwitness_common INTERFACE _FORTIFY_SOURCE=2)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Precompiled headers need the sloppiness, or nothing that uses one is ever found in the cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
endif()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
