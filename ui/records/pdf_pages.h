// The pages of a PDF, one below the other. Without Qt PDF in the build nothing is shown and isOffered is false.
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QWidget>

class QBuffer;
class QPdfDocument;

namespace crm {

class CRM_UI PdfPages : public QWidget
{
    Q_OBJECT
public:
    explicit PdfPages(QWidget *parent);
    ~PdfPages() override;
    static bool isOffered();
    /// False: it is damaged or asks for a password.
    bool show(const QByteArray &pdf);
    void clear();
    int pageCount() const;

private:
    QBuffer *m_buffer = nullptr; ///< read from for as long as it is shown
    QPdfDocument *m_document = nullptr;
    QWidget *m_view = nullptr;
};

} // namespace crm
