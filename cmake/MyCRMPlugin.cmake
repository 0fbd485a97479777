# mycrm_add_plugin(<target> CORE|UI SOURCES <files...> [TRANSLATIONS <ts files...>])
#
# CORE: an engine (links MyCRM::core; mycrmctl loads it too). UI: a window half (links MyCRM::ui). The texts are compiled
# into the plugin as :/<target>/i18n/<ts file's name>.qm, which is what "translations" in its metadata names.
# Used by the plugins of this tree and, from the installed package, by those of others.
function(mycrm_add_plugin target)
    cmake_parse_arguments(ARG "CORE;UI" "" "SOURCES;TRANSLATIONS" ${ARGN})
    if(ARG_CORE EQUAL ARG_UI OR NOT ARG_SOURCES)
        message(FATAL_ERROR "mycrm_add_plugin(${target}): say CORE or UI, and SOURCES")
    endif()
    add_library(${target} MODULE ${ARG_SOURCES})
    if(ARG_UI)
        target_link_libraries(${target} PRIVATE MyCRM::ui)
    else()
        target_link_libraries(${target} PRIVATE MyCRM::core)
    endif()
    target_compile_definitions(${target} PRIVATE QT_NO_KEYWORDS)
    set_target_properties(${target} PROPERTIES
        PREFIX "" AUTOMOC ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
        LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/plugins)
    if(ARG_TRANSLATIONS)
        set(ts "")
        foreach(file IN LISTS ARG_TRANSLATIONS)
            list(APPEND ts ${CMAKE_CURRENT_SOURCE_DIR}/${file})
        endforeach()
        qt_add_lrelease(${target} TS_FILES ${ts} QM_FILES_OUTPUT_VARIABLE qm NO_GLOBAL_TARGET)
        foreach(file IN LISTS qm)
            get_filename_component(name ${file} NAME)
            set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${name})
        endforeach()
        qt_add_resources(${target} ${target}_i18n PREFIX /${target}/i18n FILES ${qm})
    endif()
    # Samples of this tree are installed only when asked for: cmake --install build/release --component plugins
    set(only_when_asked "")
    if(TARGET mycrm_core)
        set(only_when_asked EXCLUDE_FROM_ALL)
    endif()
    install(TARGETS ${target} LIBRARY DESTINATION lib/mycrm/plugins COMPONENT plugins ${only_when_asked})
endfunction()
