# entente_precompiled(KIND TARGET...): cmake/precompiled_KIND.h, compiled for what links these targets.
function(entente_precompiled kind)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/precompiled_${kind}.cpp)
    file(GENERATE OUTPUT ${source} CONTENT "")
    add_library(precompiled-${kind} STATIC ${source})
    target_include_directories(precompiled-${kind} PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(precompiled-${kind} PUBLIC ${ARGN} tl::expected)
    # The definitions must be those of the rooms, so only the folders are taken from what QCustomPlot needs.
    target_include_directories(precompiled-${kind} SYSTEM PRIVATE
        $<TARGET_PROPERTY:Qt6::PrintSupport,INTERFACE_INCLUDE_DIRECTORIES>)
    target_precompile_headers(precompiled-${kind} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled_${kind}.h)
    set_target_properties(precompiled-${kind} PROPERTIES AUTOMOC OFF)
endfunction()

# Two serve all rooms: one without and one with widgets.
entente_precompiled(core Qt6::Core)
entente_precompiled(widgets Qt6::Widgets)

# entente_room(FOLDER [GUI] LINKS TARGET...): the static library of all sources in FOLDER, named by the folder.
function(entente_room folder)
    cmake_parse_arguments(ROOM "GUI" "" "LINKS" ${ARGN})
    string(REPLACE "/" "-" target ${folder})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp ${CMAKE_SOURCE_DIR}/${folder}/*.h)
    add_library(${target} STATIC ${sources})
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} PUBLIC ${ROOM_LINKS})
    if(ROOM_GUI)
        target_link_libraries(${target} PUBLIC Qt6::Widgets)
        target_precompile_headers(${target} REUSE_FROM precompiled-widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM precompiled-core)
    endif()
endfunction()
