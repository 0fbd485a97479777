#include "ui/records/pdf_pages.h"
#ifdef CRM_PDF
#include "ui/style/tokens.h"
#include <QBuffer>
#include <QPdfDocument>
#include <QPdfView>
#include <QVBoxLayout>
#endif

namespace crm {

#ifdef CRM_PDF
/// One after the other: the view draws the document, and that reads the buffer, to the last.
PdfPages::~PdfPages()
{
    delete m_view;
    delete m_document;
}

PdfPages::PdfPages(QWidget *parent)
    : QWidget(parent)
    , m_buffer(new QBuffer(this))
    , m_document(new QPdfDocument(this))
{
    auto *view = new QPdfView(this);
    m_view = view;
    view->setPageMode(QPdfView::PageMode::MultiPage);
    view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    view->setPageSpacing(space::m);
    view->setFrameShape(QFrame::NoFrame);
    view->setDocument(m_document);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(view);
    setFocusProxy(view);
}

bool PdfPages::isOffered() { return true; }

bool PdfPages::show(const QByteArray &pdf)
{
    clear();
    m_buffer->setData(pdf);
    m_buffer->open(QIODevice::ReadOnly);
    m_document->load(m_buffer);
    return m_document->status() == QPdfDocument::Status::Ready && m_document->pageCount() > 0;
}

void PdfPages::clear()
{
    m_document->close();
    m_buffer->close();
    m_buffer->setData({});
}

int PdfPages::pageCount() const { return m_document->pageCount(); }
#else
PdfPages::~PdfPages() = default;

PdfPages::PdfPages(QWidget *parent)
    : QWidget(parent)
{}

bool PdfPages::isOffered() { return false; }

bool PdfPages::show(const QByteArray &) { return false; }

void PdfPages::clear() {}

int PdfPages::pageCount() const { return 0; }
#endif

} // namespace crm
