// One step of the import wizard. Thread: the window's.
#pragma once
#include "ui/exchange/import_draft.h"
#include "ui/ui_export.h"
#include <QWidget>

namespace crm {

class Navigator;

class CRM_UI ImportStep : public QWidget
{
    Q_OBJECT
public:
    ImportStep(Navigator &navigator, ImportDraft &draft, QWidget *parent)
        : QWidget(parent)
        , m_navigator(navigator)
        , m_draft(draft)
    {}

    virtual QString name() const = 0;     ///< in the row of steps: "File"
    virtual QString nextText() const = 0; ///< what the main button does here; empty: there is none
    virtual bool isReady() const = 0;     ///< one may go on
    virtual bool isBusy() const { return false; }
    virtual void enter() {} ///< the step is shown: by going on or back
    virtual void leave() {} ///< the draft gets what was decided
    /// The main button: false where there was something to do here first.
    virtual bool goesOn() { return true; }
    /// What Tab begins with.
    virtual QWidget *firstField() const = 0;

Q_SIGNALS:
    void changed();       ///< isReady(), isBusy() or nextText() differ
    void nextRequested(); ///< as by the main button

protected:
    Navigator &m_navigator;
    ImportDraft &m_draft;
};

} // namespace crm
