#include "ui/records/file_preview.h"
#include "core/exchange/text_encoding.h"
#include "core/model/data_size.h"
#include "ui/records/attach_file.h"
#include "ui/records/decode_picture.h"
#include "ui/records/pdf_pages.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"
#include <QBuffer>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace crm {
namespace {

constexpr qsizetype mostText = 1024 * 1024; ///< bytes shown
constexpr qsizetype longestLine = 2000;     ///< letters; laying out a line of a million takes Qt half a minute
constexpr int longestSide = 4096;           ///< pixels kept of a picture

/// Where copies for other programs lie; goes with the program.
QString folderForCopies()
{
    static const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/mycrm-open-XXXXXX"));
    return folder.path();
}

PreviewContent pictureOf(const QByteArray &bytes)
{
    const DecodedPicture picture = decodePicture(bytes, longestSide);
    switch (picture.state) {
    case DecodedPicture::None:
        return {};
    case DecodedPicture::Damaged:
        return {PreviewContent::Damaged};
    case DecodedPicture::TooLarge:
        return {PreviewContent::TooLarge, {}, {}, {}, false, picture.claimed};
    case DecodedPicture::Whole:
        break;
    }
    return {PreviewContent::Picture, picture.image};
}

QString inShortLines(const QString &text)
{
    QString out;
    out.reserve(text.size() + text.size() / longestLine);
    qsizetype length = 0;
    for (const QChar c : text) {
        length = c == u'\n' ? 0 : length + 1;
        if (length > longestLine && !c.isLowSurrogate()) {
            out += u'\n';
            length = 1;
        }
        out += c;
    }
    return out;
}

PreviewContent textOf(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes.left(mostText));
    buffer.open(QIODevice::ReadOnly);
    QString text, piece;
    try {
        TextInput input(buffer);
        while (input.read(piece))
            text += piece;
    } catch (const Error &) {
        return {}; // a workbook, a database ...
    }
    const bool isText = std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f';
    });
    if (!isText || (text.isEmpty() && !bytes.isEmpty()))
        return {};
    return {PreviewContent::Text, {}, inShortLines(text), {}, bytes.size() > mostText};
}

} // namespace

/// A picture in the middle, as large as fits and never larger than it is.
class PicturePane : public QWidget
{
public:
    using QWidget::QWidget;
    void setPicture(const QImage &picture)
    {
        m_picture = picture;
        m_fitted = {};
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_picture.isNull())
            return;
        const double ratio = devicePixelRatioF();
        const QSize room = (QSizeF(size()) * ratio).toSize();
        const QSize wanted = m_picture.size().scaled(room, Qt::KeepAspectRatio).boundedTo(m_picture.size());
        if (m_fitted.size() != wanted) {
            m_fitted = QPixmap::fromImage(m_picture.scaled(wanted, Qt::KeepAspectRatio, Qt::SmoothTransformation));
            m_fitted.setDevicePixelRatio(ratio);
        }
        const QSizeF shown = QSizeF(m_fitted.size()) / ratio;
        QPainter(this).drawPixmap(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), m_fitted);
    }

private:
    QImage m_picture;
    QPixmap m_fitted;
};

PreviewContent PreviewContent::of(const QByteArray &bytes)
{
    if (bytes.startsWith("%PDF-"))
        return PdfPages::isOffered() ? PreviewContent{Pdf, {}, {}, bytes} : PreviewContent{};
    const PreviewContent picture = pictureOf(bytes);
    return picture.kind == Unknown ? textOf(bytes) : picture;
}

FilePreview::FilePreview(Navigator &navigator, QList<PreviewFile> files, int index, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_files(std::move(files))
    , m_index(qBound(0, index, int(m_files.size()) - 1))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preview"));
    resize(navigator.window()->size() * 0.85);
    build();
    load();
}

FilePreview::~FilePreview() = default;

void FilePreview::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::l, space::s, space::s, space::s);
    bar->setSpacing(space::s);
    m_name = new ElidedLabel({}, TextRole::Strong, this);
    m_detail = makeLabel({}, TextRole::Caption, this, true);
    bar->addWidget(m_name, 1);
    bar->addWidget(m_detail);
    m_back = makeIconButton(QStringLiteral("chevron-left"), tr("Previous file (Left)"), this);
    m_forward = makeIconButton(QStringLiteral("chevron-right"), tr("Next file (Right)"), this);
    auto *save = makeIconButton(QStringLiteral("export"), tr("Save as..."), this);
    auto *elsewhere = makeIconButton(QStringLiteral("external"), tr("Open with another program"), this);
    auto *close = makeIconButton(QStringLiteral("close"), tr("Close"), this);
    for (QToolButton *button : {m_back, m_forward, save, elsewhere, close})
        bar->addWidget(button);
    column->addLayout(bar);
    column->addWidget(makeSeparator(Qt::Horizontal, this));

    m_stack = new QStackedWidget(this);
    m_picture = new PicturePane(m_stack);
    m_text = new QPlainTextEdit(m_stack);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(space::l);
    m_text->setAccessibleName(tr("Text of the file"));
    m_pdf = new PdfPages(m_stack);
    m_message = new EmptyState(QStringLiteral("file"), {}, {}, m_stack);
    for (QWidget *page : std::initializer_list<QWidget *>{m_message, m_picture, m_text, m_pdf})
        m_stack->addWidget(page);
    column->addWidget(m_stack, 1);
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    connect(save, &QToolButton::clicked, this, &FilePreview::saveAs);
    connect(elsewhere, &QToolButton::clicked, this, &FilePreview::openElsewhere);
    connect(close, &QToolButton::clicked, this, &QDialog::reject);
}

void FilePreview::load()
{
    const QString size = file().size > 0 ? dataSize(file().size, m_navigator.format().locale) : QString();
    m_name->setText(file().name);
    m_name->setToolTip(file().name);
    m_detail->setText(m_files.size() > 1 ? tr("%1 of %2  %3").arg(m_index + 1).arg(m_files.size()).arg(size) : size);
    m_back->setVisible(m_files.size() > 1);
    m_forward->setVisible(m_files.size() > 1);
    m_back->setEnabled(m_index > 0);
    m_forward->setEnabled(m_index + 1 < m_files.size());
    m_picture->setPicture({});
    m_text->clear();
    m_pdf->clear();
    if (file().size > mostBytes) {
        say(PreviewContent::Unknown, tr("Too large to look into"),
            tr("Save the file, or open it with another program: both are above."));
        Q_EMIT settled();
        return;
    }
    say(PreviewContent::Unknown, tr("Loading\u2026"), {});
    const auto looked =
        readFile(m_navigator.session(), file().id, mostBytes).then(QtFuture::Launch::Async, &PreviewContent::of);
    m_request.ask(
        this, looked,
        [this](const PreviewContent &content) {
            showContent(content);
            Q_EMIT settled();
        },
        [this](const Error &error) {
            say(PreviewContent::Damaged, tr("The file cannot be read"), error.sentence());
            Q_EMIT settled();
        });
}

void FilePreview::showContent(const PreviewContent &content)
{
    m_kind = content.kind;
    QWidget *page = m_message;
    if (content.kind == PreviewContent::Picture) {
        m_picture->setPicture(content.picture);
        m_picture->setAccessibleName(file().name);
        page = m_picture;
    } else if (content.kind == PreviewContent::Text) {
        m_text->setPlainText(content.isCut ? content.text + QStringLiteral("\n\n") +
                                                 tr("\u2026 The file goes on; save it to read the rest.")
                                           : content.text);
        page = m_text;
    } else if (content.kind == PreviewContent::Pdf && m_pdf->show(content.bytes)) {
        page = m_pdf;
    } else if (content.kind == PreviewContent::TooLarge) {
        const QLocale locale = m_navigator.format().locale;
        say(content.kind, tr("Too large to look into"),
            tr("It has %1 by %2 pixels. Save the file, or open it with another program: both are above.")
                .arg(locale.toString(content.claimed.width()), locale.toString(content.claimed.height())));
    } else if (content.kind == PreviewContent::Unknown) {
        say(content.kind, tr("No preview for this kind of file"),
            tr("Save it, or open it with the program that this computer knows for it: both are above."));
    } else {
        say(PreviewContent::Damaged, tr("The file is damaged or protected by a password"),
            tr("Save it, or try it with another program: both are above."));
    }
    m_stack->setCurrentWidget(page);
    page->setFocus();
}

void FilePreview::say(PreviewContent::Kind kind, const QString &title, const QString &text)
{
    m_kind = kind;
    m_said = title;
    m_message->setTexts(QStringLiteral("file"), title, text);
    m_stack->setCurrentWidget(m_message);
}

QString FilePreview::shownText() const { return m_kind == PreviewContent::Text ? m_text->toPlainText() : m_said; }

int FilePreview::pageCount() const { return m_pdf->pageCount(); }

void FilePreview::step(int by)
{
    const int to = m_index + by;
    if (to < 0 || to >= m_files.size())
        return;
    m_index = to;
    load();
}

void FilePreview::saveAs() { saveFileAsked(m_navigator, this, file()); }

/// A copy of its own each time: two files may have the same name, and one may be open still.
void FilePreview::openElsewhere()
{
    const QString name = QFileInfo(file().name).fileName();
    const QString folder =
        QStringLiteral("%1/%2-%3").arg(folderForCopies()).arg(file().id).arg(QDateTime::currentMSecsSinceEpoch());
    const QString path = folder + u'/' + (name.isEmpty() ? QStringLiteral("file") : name);
    if (!QDir().mkpath(folder)) {
        m_navigator.showError(Error(ErrorKind::Denied, tr("The folder %1 cannot be made.").arg(folder)));
        return;
    }
    await(
        this, saveFileAs(m_navigator.session(), file().id, path),
        [this, path] {
            QFile::setPermissions(path, QFile::ReadOwner);
            if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
                m_navigator.showError(
                    Error(ErrorKind::Unsupported,
                          tr("This computer knows no program for \u201c%1\u201d. Save the file and open it there.")
                              .arg(QFileInfo(path).fileName())));
        },
        [this](const Error &error) { m_navigator.showError(error); });
}

void FilePreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        step(event->key() == Qt::Key_Left ? -1 : 1);
    else
        QDialog::keyPressEvent(event);
}

void saveFileAsked(Navigator &navigator, QWidget *asking, const PreviewFile &file)
{
    const QString path = Prompts::saveFile(asking, FilePreview::tr("Save the file as"), file.name, {});
    if (path.isEmpty())
        return;
    await(
        asking, saveFileAs(navigator.session(), file.id, path),
        [&navigator, path] { navigator.toast(FilePreview::tr("Saved as %1").arg(path)); },
        [&navigator](const Error &error) { navigator.showError(error); });
}

void previewFiles(Navigator &navigator, const QList<PreviewFile> &files, int index)
{
    (new FilePreview(navigator, files, index, navigator.window()))->open();
}

} // namespace crm
