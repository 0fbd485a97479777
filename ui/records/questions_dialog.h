// The questions of a record (core/exchange/questions.h) put to a person: filled in for somebody on the phone, or looked
// at before they are sent out.
//
//     fillIn(navigator, brief, this);              // answers become a record, which is opened
//     QuestionsDialog(navigator, brief, QuestionsDialog::Preview, this).exec();
#pragma once
#include "core/exchange/questions.h"
#include "core/store/await.h"
#include "ui/ui_export.h"
#include <QDialog>

class QPushButton;
class QScrollArea;

namespace crm {

class Banner;
class Navigator;
class RecordField;

class CRM_UI QuestionsDialog : public QDialog
{
    Q_OBJECT

public:
    enum Purpose {
        Preview, ///< everything works, nothing is kept
        Fill,
    };
    QuestionsDialog(Navigator &navigator, const Document &asker, Purpose purpose, QWidget *parent);

    RecordField *field(int question) const { return m_fields.value(question); }
    AnswerValues values() const;
    /// Saves; closes when that has worked. In a preview only what is wrong is shown.
    void accept() override;
    /// Asks first when something has been filled in.
    void reject() override;
    bool isSaving() const { return m_request.isRunning(); }

private:
    QWidget *buildQuestions();
    QWidget *buildButtons();
    void showAsked();
    bool showFaults();
    bool isTouched() const;
    void save();

    Navigator &m_navigator;
    const Document m_asker;
    const Questions m_questions;
    const Purpose m_purpose;
    Banner *m_banner;
    QScrollArea *m_area = nullptr;
    QPushButton *m_done = nullptr;
    QList<RecordField *> m_fields;
    QList<QWidget *> m_headings; ///< of each question; null: none
    AnswerValues m_first;        ///< as they stood when nothing had been filled in
    Request m_request;
};

} // namespace crm
