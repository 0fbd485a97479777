#include "ui/print/paper_batch.h"
#include "core/exchange/paper.h"
#include "ui/print/into_folder.h"
#include "ui/print/paper_dialog.h"
#include "ui/shell/navigator.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::PaperBatch)
};
} // namespace

void savePapers(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids)
{
    PaperOptions options;
    options.locale = navigator.format().locale;
    const auto write = [entity, options](Repository &repository, const Document &document, const QString &path) {
        writePdf(paperHtml(repository, entity, document.id(), options), paperTitle(document), path);
    };
    saveIntoFolder(navigator, owner, entity, ids,
                   {QStringLiteral("pdf"), write, [](int n) { return Tr::tr("Saved as PDF: %n", nullptr, n); }});
}

} // namespace crm
