// First step of an import: which file, and how it is read. Encoding, separator and sheet are recognised and may be
// changed; the first rows show at once what that makes of the file.
#pragma once
#include "core/store/await.h"
#include "ui/exchange/import_step.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace crm {

class Banner;
class ElidedLabel;
class EmptyState;
class FormField;
class SampleModel;

class CRM_UI ImportFileStep : public ImportStep
{
    Q_OBJECT
public:
    ImportFileStep(Navigator &navigator, ImportDraft &draft, QWidget *parent);

    QString name() const override { return tr("File"); }
    QString nextText() const override { return tr("Columns"); }
    bool isReady() const override { return m_ready && !m_request.isRunning(); }
    bool isBusy() const override { return m_request.isRunning(); }
    QWidget *firstField() const override;

    void chooseFile();
    void open(const QString &path);

    Banner *banner() const { return m_banner; }
    QComboBox *encoding() const { return m_encoding; }
    QComboBox *separator() const { return m_separator; }
    QComboBox *sheet() const { return m_sheet; }
    QCheckBox *headers() const { return m_headers; }
    QTableView *table() const { return m_table; }
    EmptyState *emptyState() const { return m_empty; }

    /// Files that may be imported, as a file dialog names them.
    static QString fileFilter();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildOptions();
    void readOptions();
    void readAgain();
    void show(const ImportSample &sample);
    void refuse(const Error &error);

    QStackedWidget *m_stack;
    EmptyState *m_empty;
    Banner *m_banner;
    ElidedLabel *m_file;
    QLabel *m_what;
    QPushButton *m_other;
    QComboBox *m_encoding, *m_separator, *m_sheet;
    FormField *m_encodingField, *m_separatorField, *m_sheetField;
    QCheckBox *m_headers, *m_short;
    QTableView *m_table;
    SampleModel *m_model;
    Request m_request;
    bool m_ready = false, m_showing = false;
};

} // namespace crm
