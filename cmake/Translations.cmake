# Russian and English texts: `cmake --build build/dev --target update_translations` collects new source strings; English
# needs entries for plural forms only. The .qm files go into the core library's resources as :/i18n.
# -I lets lupdate see the class that a tr() belongs to; free functions use a struct with Q_DECLARE_TR_FUNCTIONS.
set(CRM_LUPDATE_OPTIONS -silent -no-obsolete -locations none -tr-function-alias QT_TR_NOOP+=label -I ${CMAKE_SOURCE_DIR}
    -extensions cpp,h core ui app)
add_custom_target(update_translations
    COMMAND Qt6::lupdate ${CRM_LUPDATE_OPTIONS} -ts ${CMAKE_SOURCE_DIR}/translations/mycrm_ru.ts
    COMMAND Qt6::lupdate ${CRM_LUPDATE_OPTIONS} -pluralonly -ts ${CMAKE_SOURCE_DIR}/translations/mycrm_en.ts
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
