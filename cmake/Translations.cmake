# Russian and English texts: `cmake --build build/dev --target update_translations` collects new source strings;
# (-I lets it see the class a tr() belongs to; free functions use a struct with Q_DECLARE_TR_FUNCTIONS). The .qm files go into the core library's resources as :/i18n.
set(CRM_TS ${CMAKE_SOURCE_DIR}/translations/mycrm_ru.ts ${CMAKE_SOURCE_DIR}/translations/mycrm_en.ts)
add_custom_target(update_translations
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -tr-function-alias QT_TR_NOOP+=label
            -I ${CMAKE_SOURCE_DIR} -extensions cpp,h core ui app -ts ${CRM_TS}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
