#include "warranty_panel.h"
#include "texts.h"
#include "ui/shell/navigator.h"

namespace equipment {

WarrantyPanel::WarrantyPanel(crm::Navigator &window, QWidget *parent)
    : QListWidget(parent)
    , m_window(window)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(Tr::tr("Warranty ends soon"));
    connect(this, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const crm::Id id = item->data(Qt::UserRole).toLongLong())
            m_window.openRecord(entityKey(), id);
    });
    connect(&window.session(), &crm::Session::changed, this, [this](const QList<crm::Change> &changes) {
        if (std::any_of(changes.begin(), changes.end(), [](const crm::Change &c) { return c.entity == entityKey(); }))
            load();
    });
    load();
}

void WarrantyPanel::load()
{
    const QString where =
        QStringLiteral("warranty_until >= today and warranty_until <= today+30d and state != written_off");
    m_loading.ask(
        this, pieces(m_window.session(), where, QStringLiteral("warranty_until")),
        [this](const QList<Piece> &all) { show(all); },
        [this](const crm::Error &error) {
            clear();
            addItem(error.sentence());
        });
}

void WarrantyPanel::show(const QList<Piece> &pieces)
{
    clear();
    const QLocale locale = m_window.format().locale;
    for (const Piece &piece : pieces) {
        const QString until = locale.toString(piece.warrantyUntil, QLocale::ShortFormat);
        auto *item = new QListWidgetItem(QStringLiteral("%1   %2").arg(until, piece.name), this);
        item->setToolTip(piece.holder.isEmpty() ? piece.number : Tr::tr("%1, with %2").arg(piece.number, piece.holder));
        item->setData(Qt::UserRole, piece.id);
    }
    if (pieces.isEmpty()) {
        auto *none = new QListWidgetItem(Tr::tr("No warranty ends within 30 days."), this);
        none->setFlags(Qt::NoItemFlags);
    }
}

} // namespace equipment
