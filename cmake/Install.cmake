# What `cmake --install` lays down beside the programs: the package that plugins are built against. It holds the
# interfaces and what they expose, nothing else.
include(CMakePackageConfigHelpers)

set(sdk_headers
    core/core_export.h core/access/policy.h core/store/page.h core/store/repository.h core/store/session.h
    core/store/server/server_address.h
    core/store/presence.h core/store/duplicates.h core/store/merge.h
    ui/ui_export.h core/store/await.h ui/shell/navigator.h ui/shell/page.h)
file(GLOB sdk_globbed CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
     ${CMAKE_SOURCE_DIR}/core/model/*.h ${CMAKE_SOURCE_DIR}/core/extend/*.h ${CMAKE_SOURCE_DIR}/ui/extend/*.h)
list(FILTER sdk_globbed EXCLUDE REGEX "_p\\.h$|start_guard\\.h$|resolve\\.h$")
foreach(header IN LISTS sdk_headers sdk_globbed)
    get_filename_component(folder ${header} DIRECTORY)
    install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/mycrm/${folder} COMPONENT sdk)
endforeach()

set(sdk_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/MyCRM)
set(QT_VERSION_USED ${Qt6_VERSION_MAJOR}.${Qt6_VERSION_MINOR})
configure_package_config_file(cmake/MyCRMConfig.cmake.in ${CMAKE_BINARY_DIR}/MyCRMConfig.cmake INSTALL_DESTINATION ${sdk_cmake_dir})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/MyCRMConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_BINARY_DIR}/MyCRMConfig.cmake ${CMAKE_BINARY_DIR}/MyCRMConfigVersion.cmake cmake/MyCRMPlugin.cmake
        DESTINATION ${sdk_cmake_dir} COMPONENT sdk)
install(EXPORT MyCRM FILE MyCRMTargets.cmake NAMESPACE MyCRM:: DESTINATION ${sdk_cmake_dir} COMPONENT sdk)
