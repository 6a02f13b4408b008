# SPDX-License-Identifier: GPL-3.0-or-later
# The log-mel kernels give the same bits on every machine: nothing is contracted to fused operations.
# The AVX2 one is chosen at run time. It is optimised in every configuration, because what is inlined in
# it cannot be picked by the linker for code that must run without AVX2.
include(CheckCXXCompilerFlag)
set_source_files_properties(features/log_mel_kernel_baseline.cpp PROPERTIES COMPILE_OPTIONS "-ffp-contract=off")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|amd64")
  set(avxOptions -O3 -mavx2 -ffp-contract=off)
  # GCC otherwise copies vectors in halves, and each copy then waits for its store.
  check_cxx_compiler_flag("-mmove-max=256 -mstore-max=256" HAVE_MOVE_MAX)
  if(HAVE_MOVE_MAX)
    list(APPEND avxOptions -mmove-max=256 -mstore-max=256 -fschedule-insns -fsched-pressure)
  endif()
  set_source_files_properties(features/log_mel_kernel_avx2.cpp PROPERTIES COMPILE_OPTIONS "${avxOptions}")
endif()
