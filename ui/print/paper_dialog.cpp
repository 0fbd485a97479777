#include "ui/print/paper_dialog.h"
#include "core/exchange/file_name.h"
#include "core/exchange/paper.h"
#include "core/model/error.h"
#include "ui/print/paper_pictures.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace crm {

namespace {
/// QTextDocument::print() keeps 20 mm within these margins. A layout that wants the page wider says so.
QPageLayout pageOf(const QString &html, bool landscape)
{
    const bool wide = html.contains(QLatin1String("<meta name=\"page\" content=\"wide\">"));
    const qreal margin = wide ? 2 : 15;
    return QPageLayout(QPageSize(QPageSize::A4), landscape ? QPageLayout::Landscape : QPageLayout::Portrait,
                       QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
}

/// On white paper, whatever the theme of the window is.
void setPaper(QTextDocument &document, const QString &html)
{
    document.setDefaultStyleSheet(QStringLiteral("body { color: #111827; }"));
    drawPicturesAsLines(document);
    document.setHtml(html);
}
} // namespace

void writePdf(const QString &html, const QString &title, const QString &path, bool landscape)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw Error(ErrorKind::Validation,
                    PaperDialog::tr("“%1” cannot be written: %2").arg(QFileInfo(path).fileName(), file.errorString()));
    {
        QPdfWriter writer(&file);
        writer.setTitle(title);
        writer.setPageLayout(pageOf(html, landscape));
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
    , m_entity(entity)
    , m_id(id)
    , m_title(title)
    , m_view(new QTextBrowser(this))
    , m_banner(new Banner(this))
{
    setWindowTitle(title);
    constexpr int wide = 760, high = 820, frame = 64; // the title of the window, and a bar of the system
    resize(wide, qMin(high, screen()->availableGeometry().height() - frame));
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
    addKinds(entity);
    load();
}

void PaperDialog::addKinds(const QString &entity)
{
    const QList<PaperKind> kinds = paperKinds(entity);
    if (kinds.isEmpty())
        return;
    m_kinds = new QComboBox(this);
    m_kinds->setAccessibleName(tr("Which paper"));
    m_kinds->addItem(m_navigator.session().catalog()->at(entity).one().text(), QString());
    for (const PaperKind &kind : kinds)
        m_kinds->addItem(kind.title.text(), kind.key);
    auto *bar = new QHBoxLayout;
    bar->addWidget(makeLabel(tr("Paper"), TextRole::Body, this));
    bar->addWidget(m_kinds);
    bar->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->insertLayout(0, bar);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &PaperDialog::load);
}

void PaperDialog::load()
{
    m_ready = false;
    m_banner->hide();
    PaperOptions options;
    options.locale = m_navigator.format().locale;
    options.kind = m_kinds ? m_kinds->currentData().toString() : QString();
    m_request.ask(
        this, m_navigator.session().read([entity = m_entity, id = m_id, options](Repository &r) {
            return Shown{paperHtml(r, entity, id, options), paperGaps(r, entity, id, options.kind)};
        }),
        [this](const Shown &shown) { show(shown); },
        [this](const Error &e) { m_banner->show(Banner::Danger, e.sentence()); });
}

bool PaperDialog::isLandscape() const
{
    const QList<PaperKind> kinds = paperKinds(m_entity);
    const QString key = m_kinds ? m_kinds->currentData().toString() : QString();
    return std::any_of(kinds.begin(), kinds.end(), [&](const PaperKind &k) { return k.key == key && k.landscape; });
}

/// "Act INV-0001": two papers of one document are two files.
QString PaperDialog::fileName() const
{
    if (!m_kinds || m_kinds->currentIndex() <= 0)
        return m_title;
    return m_kinds->currentText() + u' ' + m_title;
}

void PaperDialog::addButtons()
{
    m_print = makeButton(tr("Print..."), QStringLiteral("print"), ButtonRole::Normal, this);
    m_save = makeButton(tr("Save as PDF..."), QStringLiteral("save"), ButtonRole::Primary, this);
    auto *close = makeButton(tr("Close"), {}, ButtonRole::Normal, this);
    QDialogButtonBox *box = makeDialogButtons(m_save, close, this);
    box->addButton(m_print, QDialogButtonBox::ActionRole);
    for (QPushButton *button : {m_print, m_save})
        button->setEnabled(false);
    connect(m_print, &QPushButton::clicked, this, &PaperDialog::print);
    connect(m_save, &QPushButton::clicked, this, &PaperDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    layout()->addWidget(box);
}

void PaperDialog::show(const Shown &shown)
{
    m_html = shown.html;
    setPaper(*m_view->document(), m_html);
    if (!shown.gaps.isEmpty())
        m_banner->show(Banner::Warning, tr("This paper lacks: %1.").arg(shown.gaps.join(QStringLiteral("; "))));
    m_ready = true;
    for (QPushButton *button : {m_print, m_save})
        button->setEnabled(true);
    m_save->setFocus();
}

void PaperDialog::save()
{
    QString path = Prompts::saveFile(this, tr("Save the document as"), fittingName(fileName()) + QStringLiteral(".pdf"),
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
            writePdf(m_html, fileName(), path, isLandscape());
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
    printer.setPageLayout(pageOf(m_html, isLandscape()));
    printer.setDocName(fileName());
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
