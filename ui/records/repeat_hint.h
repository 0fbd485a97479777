// On the form of what repeats, below its distance: the next dates and how many are to come, as the form stands now.
#pragma once
#include "ui/ui_export.h"
#include <QLocale>
#include <QObject>

namespace crm {

class OpenDocument;
class RecordForm;

class CRM_UI RepeatHint : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it; the form becomes its parent.
    RepeatHint(OpenDocument &document, RecordForm &form, const QLocale &locale);

private:
    void show();

    OpenDocument &m_document;
    RecordForm &m_form;
    QLocale m_locale;
};

} // namespace crm
