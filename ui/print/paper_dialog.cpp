#include "ui/print/paper_dialog.h"
#include "core/exchange/paper.h"
#include "core/model/error.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace crm {

namespace {
const QPageLayout page(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 15, 15, 15),
                       QPageLayout::Millimeter);

/// On white paper, whatever the theme of the window is.
void setPaper(QTextDocument &document, const QString &html)
{
    document.setDefaultStyleSheet(QStringLiteral("body { color: #111827; }"));
    document.setHtml(html);
}
} // namespace

void writePdf(const QString &html, const QString &title, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw Error(ErrorKind::Validation,
                    PaperDialog::tr("“%1” cannot be written: %2").arg(QFileInfo(path).fileName(), file.errorString()));
    {
        QPdfWriter writer(&file);
        writer.setTitle(title);
        writer.setPageLayout(page);
        QTextDocument document;
        setPaper(document, html);
        document.print(&writer);
    }
    if (!file.commit())
        throw Error(ErrorKind::Validation,
                    PaperDialog::tr("“%1” cannot be written: %2").arg(QFileInfo(path).fileName(), file.errorString()));
}

PaperDialog::PaperDialog(Navigator &navigator, const QString &entity, Id id, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_title(title)
    , m_view(new QTextBrowser(this))
    , m_banner(new Banner(this))
{
    setWindowTitle(title);
    resize(760, 820);
    auto *box = new QVBoxLayout(this);
    box->addWidget(m_banner);
    m_view->setOpenLinks(false);
    m_view->setAccessibleName(title);
    QPalette white = m_view->palette();
    white.setColor(QPalette::Base, Qt::white);
    white.setColor(QPalette::Text, Qt::black);
    m_view->setPalette(white);
    m_view->document()->setDocumentMargin(32);
    box->addWidget(m_view, 1);
    addButtons();
    PaperOptions options;
    options.locale = navigator.format().locale;
    m_request.ask(
        this,
        navigator.session().read([entity, id, options](Repository &r) { return paperHtml(r, entity, id, options); }),
        [this](const QString &html) { show(html); },
        [this](const Error &e) { m_banner->show(Banner::Danger, e.sentence()); });
}

void PaperDialog::addButtons()
{
    auto *bar = new QHBoxLayout;
    m_print = makeButton(tr("Print..."), QStringLiteral("print"), ButtonRole::Normal, this);
    m_save = makeButton(tr("Save as PDF..."), QStringLiteral("save"), ButtonRole::Primary, this);
    auto *close = makeButton(tr("Close"), {}, ButtonRole::Normal, this);
    bar->addWidget(close);
    bar->addStretch(1);
    bar->addWidget(m_print);
    bar->addWidget(m_save);
    for (QPushButton *button : {m_print, m_save})
        button->setEnabled(false);
    connect(m_print, &QPushButton::clicked, this, &PaperDialog::print);
    connect(m_save, &QPushButton::clicked, this, &PaperDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
}

void PaperDialog::show(const QString &html)
{
    m_html = html;
    setPaper(*m_view->document(), html);
    m_ready = true;
    for (QPushButton *button : {m_print, m_save})
        button->setEnabled(true);
    m_save->setFocus();
}

void PaperDialog::save()
{
    QString path = Prompts::saveFile(this, tr("Save the document as"), m_title + QStringLiteral(".pdf"),
                                     tr("PDF (*.pdf);;HTML (*.html)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".pdf");
    try {
        if (path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive)) {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(m_html.toUtf8()) < 0 || !file.commit())
                throw Error(ErrorKind::Validation,
                            tr("“%1” cannot be written: %2").arg(QFileInfo(path).fileName(), file.errorString()));
        } else {
            writePdf(m_html, m_title, path);
        }
        m_navigator.toast(tr("Saved: %1").arg(QFileInfo(path).fileName()));
        accept();
    } catch (const Error &e) {
        m_banner->show(Banner::Danger, e.sentence());
    }
}

void PaperDialog::print()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageLayout(page);
    printer.setDocName(m_title);
    QPrintDialog dialog(&printer, this);
    if (Prompts::run(dialog) != QDialog::Accepted)
        return;
    QTextDocument document;
    setPaper(document, m_html);
    document.print(&printer);
}

void showPaper(Navigator &navigator, const QString &entity, Id id, const QString &title)
{
    PaperDialog dialog(navigator, entity, id, title, navigator.window());
    Prompts::run(dialog);
}

} // namespace crm
