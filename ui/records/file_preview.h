// Looks into the files that hang on a record: pictures, PDF, text; everything else can be saved or opened with the
// program that the system knows for it.
//
//     previewFiles(navigator, files, index);        // a dialog of the window; it goes when it is closed
//
// Left and Right (or the arrows) go from file to file. What is larger than mostBytes is not loaded. A copy that was
// opened elsewhere is read-only and goes with the program: changes to it do not come back.
// Thread: the window's; loading and decoding run on a worker.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QDialog>
#include <QImage>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace crm {

class EmptyState;
class Navigator;
class PdfPages;
class PicturePane;

struct PreviewFile
{
    Id id = 0;
    QString name;
    qint64 size = 0; ///< bytes; what is not known yet is 0
};

/// Content that has been looked into.
struct CRM_UI PreviewContent
{
    enum Kind { Picture, Text, Pdf, Unknown, Damaged, TooLarge };
    Kind kind = Unknown;
    QImage picture = {};
    QString text = {};
    QByteArray bytes = {}; ///< of a PDF
    bool isCut = false;    ///< the text goes on
    QSize claimed = {};    ///< pixels of a picture that is too large

    /// By the content, not by the name. Any thread.
    static PreviewContent of(const QByteArray &bytes);
};

class CRM_UI FilePreview : public QDialog
{
    Q_OBJECT
public:
    static constexpr qint64 mostBytes = 64LL * 1024 * 1024;

    FilePreview(Navigator &navigator, QList<PreviewFile> files, int index, QWidget *parent);
    ~FilePreview() override;

    bool isSettled() const { return !m_request.isRunning(); }
    int index() const { return m_index; }
    PreviewContent::Kind shownKind() const { return m_kind; }
    QString shownText() const; ///< the text, or what is said instead of a preview
    int pageCount() const;     ///< of a PDF
    void step(int by);
    void saveAs();
    void openElsewhere();

Q_SIGNALS:
    void settled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void load();
    void showContent(const PreviewContent &content);
    void say(PreviewContent::Kind kind, const QString &title, const QString &text);
    const PreviewFile &file() const { return m_files.at(m_index); }

    Navigator &m_navigator;
    QList<PreviewFile> m_files;
    int m_index;
    PreviewContent::Kind m_kind = PreviewContent::Unknown;
    QLabel *m_name, *m_detail;
    QToolButton *m_back, *m_forward;
    QStackedWidget *m_stack;
    PicturePane *m_picture;
    QPlainTextEdit *m_text;
    PdfPages *m_pdf;
    EmptyState *m_message;
    QString m_said;
    Request m_request;
};

/// Asks where to, writes the content there and says so.
CRM_UI void saveFileAsked(Navigator &navigator, QWidget *asking, const PreviewFile &file);
CRM_UI void previewFiles(Navigator &navigator, const QList<PreviewFile> &files, int index);

} // namespace crm
