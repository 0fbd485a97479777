# Builds the sample plugin as others do: against the installed package, knowing nothing of this tree; then loads it.
# Run by ctest with BUILD, SOURCE, HOST, GENERATOR, COMPILER, TYPE.
set(work ${BUILD}/outside_tree)
file(REMOVE_RECURSE ${work})
# A copy, so that nothing of the tree around it can be found by accident.
file(COPY ${SOURCE}/plugins/equipment DESTINATION ${work}/source)

function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT code EQUAL 0)
        message(FATAL_ERROR "failed (${code}): ${ARGN}\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${work}/prefix)
run(${CMAKE_COMMAND} -G ${GENERATOR} -S ${work}/source/equipment -B ${work}/build -DCMAKE_PREFIX_PATH=${work}/prefix
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=${TYPE} -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}
    -DCMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${work}/build)
run(${CMAKE_COMMAND} --install ${work}/build --prefix ${work}/installed)
run(${HOST} ${work}/installed/lib/mycrm/plugins ${work}/state ru)
foreach(wanted "equipment\trunning" "equipment.ui\trunning" "entity\tequipment" "page\tequipment.holders"
               "panel\tequipment.warranty" "command\tequipment.add")
    string(FIND "${output}" "${wanted}" at)
    if(at EQUAL -1)
        message(FATAL_ERROR "not there: ${wanted}\n${output}")
    endif()
endforeach()
