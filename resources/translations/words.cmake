# polder_words(LIBRARY TARGET NAME FOLDER...)
#
# LIBRARY carries what the sources in these folders say in Dutch, NAME_nl.ts, as :/translations/NAME_nl.qm. TARGET takes up
# texts that are new (cmake --build build --target TARGET); the test of that name fails while one is missing or left over.
function(polder_words library target name)
    set(ts ${PROJECT_SOURCE_DIR}/resources/translations/${name}_nl.ts)
    qt_add_lrelease(${library} TS_FILES ${ts} QM_FILES_OUTPUT_VARIABLE qm OPTIONS -silent)
    qt_add_resources(${library} ${name}_translations PREFIX /translations BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${qm})
    add_custom_target(${target}
        COMMAND Qt6::lupdate -no-obsolete -locations none -I ${PROJECT_SOURCE_DIR} ${ARGN} -ts ${ts} VERBATIM)
    if(BUILD_TESTING)
        add_test(NAME ${target}
            COMMAND ${CMAKE_COMMAND} -DLUPDATE=$<TARGET_FILE:Qt6::lupdate> -DTS=${ts} "-DFOLDERS=${ARGN}"
                    -DROOT=${PROJECT_SOURCE_DIR} -DCOPY=${CMAKE_CURRENT_BINARY_DIR}/${name}_checked.ts
                    -P ${PROJECT_SOURCE_DIR}/resources/translations/check.cmake)
        set_tests_properties(${target} PROPERTIES LABELS "arch;words")
    endif()
endfunction()
