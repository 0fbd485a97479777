# As gtest_discover_tests(), but the tests of one name's ending go into one process: "ring/All/Documents/clients" runs
# All/Documents.*/clients, "ring/Sales" runs Sales.*. For rings whose tests are short and begin with a database of their
# own: what a process needs for its first of them (the declarations, a template) is there for the others.
#
#     crm_discover_groups(target PREFIX p [SUFFIX s] [FILTER f] [PROPERTIES ...])
#
# This file is the script that runs the program for its list, too, after each build of it.
if(NOT CMAKE_SCRIPT_MODE_FILE)
    set(CRM_GROUP_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
    function(crm_discover_groups target)
        cmake_parse_arguments(ARG "" "PREFIX;SUFFIX;FILTER" "PROPERTIES" ${ARGN})
        string(MAKE_C_IDENTIFIER "${target}${ARG_SUFFIX}" name)
        set(tests ${CMAKE_CURRENT_BINARY_DIR}/${name}_groups.cmake)
        add_custom_command(TARGET ${target} POST_BUILD BYPRODUCTS ${tests} VERBATIM
            COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:${target}> "-DPREFIX=${ARG_PREFIX}" "-DSUFFIX=${ARG_SUFFIX}"
                "-DFILTER=${ARG_FILTER}" "-DPROPERTIES=${ARG_PROPERTIES}" -DFOLDER=${CMAKE_CURRENT_BINARY_DIR}
                -DOUTPUT=${tests} -P ${CRM_GROUP_SCRIPT})
        file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}_include.cmake
            "if(EXISTS \"${tests}\")\n  include(\"${tests}\")\nelse()\n  add_test(${target}_NOT_BUILT ${target}_NOT_BUILT)\nendif()\n")
        set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}_include.cmake)
    endfunction()
    return()
endif()

set(list_command ${PROGRAM} --gtest_list_tests)
if(FILTER)
    list(APPEND list_command "--gtest_filter=${FILTER}")
endif()
execute_process(COMMAND ${list_command} OUTPUT_VARIABLE output RESULT_VARIABLE result TIMEOUT 60)
if(NOT result EQUAL 0 OR output MATCHES "[][;]")
    message(FATAL_ERROR "${PROGRAM} does not list its tests (${result}):\n${output}")
endif()
string(REPLACE "\n" ";" lines "${output}")
set(groups "")
foreach(line IN LISTS lines)
    string(REGEX REPLACE " +#.*" "" line "${line}") # the value of a parameter
    if(line MATCHES "DISABLED_")
        continue() # some are run by others, in a process of their own
    elseif(line MATCHES "^([^ ]+)\\.$")
        set(suite ${CMAKE_MATCH_1})
    elseif(line MATCHES "^  ([^ /]+)(/[^ ]+)?$")
        string(MAKE_C_IDENTIFIER "${suite}${CMAKE_MATCH_2}" group)
        list(APPEND groups ${group})
        set(name_${group} "${suite}${CMAKE_MATCH_2}")
        string(APPEND filter_${group} ":${suite}.${CMAKE_MATCH_1}${CMAKE_MATCH_2}") # by name: FILTER may leave some out
    elseif(line)
        message(FATAL_ERROR "${PROGRAM} lists what is no test: ${line}")
    endif()
endforeach()
list(REMOVE_DUPLICATES groups)
set(script "")
foreach(group IN LISTS groups)
    set(test "[[${PREFIX}${name_${group}}${SUFFIX}]]")
    string(SUBSTRING "${filter_${group}}" 1 -1 filter)
    string(APPEND script "add_test(${test} [[${PROGRAM}]] [[--gtest_filter=${filter}]])\n"
        "set_tests_properties(${test} PROPERTIES WORKING_DIRECTORY [[${FOLDER}]] FAIL_REGULAR_EXPRESSION [[Running 0 tests]]")
    foreach(word IN LISTS PROPERTIES)
        string(APPEND script " [[${word}]]")
    endforeach()
    string(APPEND script ")\n")
endforeach()
file(WRITE ${OUTPUT} "${script}")
