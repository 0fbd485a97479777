#pragma once
#include <QtCore/qglobal.h>

#ifdef CRM_UI_LIBRARY
#define CRM_UI Q_DECL_EXPORT
#else
#define CRM_UI Q_DECL_IMPORT
#endif
