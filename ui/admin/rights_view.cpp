#include "ui/admin/rights_view.h"
#include "ui/admin/rights_model.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>

namespace crm {
namespace {

constexpr int levelWidth = 112;

QString toneOf(int level)
{
    static const char *const tones[] = {"grey", "blue", "amber", "green"};
    return QLatin1String(tones[qBound(0, level, 3)]);
}

class RightsDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        const QString text = own.text;
        own.text.clear();
        own.widget->style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
        painter->save();
        const bool heading = index.data(RightsModel::HeadingRole).toBool();
        QRect room = option.rect.adjusted(space::s, 0, -space::s, 0);
        if (heading) {
            QFont font = fontFor(TextRole::Caption);
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->setPen(colors().muted);
            drawName(painter, room, text);
        } else if (index.column() == 0) {
            const QString iconName = index.data(RightsModel::IconRole).toString();
            const int side = scaled(20);
            if (!iconName.isEmpty())
                icon(iconName, colors().muted)
                    .paint(painter,
                           mirrored(*painter, room, QRect(room.left(), room.center().y() - side / 2 + 1, side, side)));
            painter->setFont(option.font);
            painter->setPen(colors().text);
            drawName(painter, mirrored(*painter, room, room.adjusted(side + space::s, 0, 0, 0)), text);
        } else if (index.data(RightsModel::InheritedRole).toBool() || index.data(RightsModel::FixedRole).toBool()) {
            painter->setFont(option.font);
            painter->setPen(colors().muted);
            drawName(painter, mirrored(*painter, room, room.adjusted(space::s, 0, 0, 0)), text);
        } else {
            paintPill(painter, room, text, toneFor(toneOf(index.data(RightsModel::LevelRole).toInt())));
        }
        painter->restore();
    }

private:
    static void drawName(QPainter *painter, const QRect &room, const QString &text)
    {
        drawElided(*painter, room, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
};

} // namespace

void setUpRightsView(QTableView &view, RightsModel &model)
{
    view.setModel(&model);
    view.setItemDelegate(new RightsDelegate(&view));
    view.setFrameShape(QFrame::NoFrame);
    view.setShowGrid(false);
    view.setSelectionBehavior(QTableView::SelectItems);
    view.setSelectionMode(QTableView::ExtendedSelection);
    view.setEditTriggers(QTableView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.verticalHeader()->hide();
    view.verticalHeader()->setDefaultSectionSize(rowHeight());
    QHeaderView *header = view.horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setDefaultSectionSize(scaled(levelWidth));
    header->setSectionResizeMode(0, QHeaderView::Stretch);
}

} // namespace crm
