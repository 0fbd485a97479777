#pragma once
#include <QtCore/qglobal.h>

#ifdef CRM_CORE_LIBRARY
#define CRM_CORE Q_DECL_EXPORT
#else
#define CRM_CORE Q_DECL_IMPORT
#endif
