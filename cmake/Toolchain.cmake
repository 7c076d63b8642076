set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Where a preset joins sources (CMAKE_UNITY_BUILD), all unnamed namespaces of a room are one.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 10)

# A hundred test programs are linked: gold takes a fraction of the time of GNU ld.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold ENTENTE_HAS_GOLD)
if(ENTENTE_HAS_GOLD)
    add_link_options(-fuse-ld=gold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
                    -Wnull-dereference -Wimplicit-fallthrough)
if(ENTENTE_WARNINGS_AS_ERRORS)
    add_compile_options(-Werror)
endif()
if(ENTENTE_SANITIZERS)
    add_compile_options(-fsanitize=${ENTENTE_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=${ENTENTE_SANITIZERS})
    # GCC 12 sees null dereferences and maybe-uninitialised values in instrumented library code that are not there.
    add_compile_options(-Wno-null-dereference -Wno-maybe-uninitialized)
endif()
