#include "ui/records/cell_delegate.h"
#include "core/model/choice_text.h"
#include "ui/records/cell_text.h"
#include "ui/records/field_editor.h"
#include "ui/records/picture_cache.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include "ui/style/widgets.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace crm {

namespace {
constexpr qsizetype mostBadges = 40; ///< no cell has room for more
}

QList<Badge> badgesOf(const Field &field, const QVariant &value, const QString &title, Session &session,
                      qsizetype *left)
{
    if (left)
        *left = 0;
    if (isEmptyValue(value))
        return {};
    if (field.kind() == Kind::Choice) {
        const Choice *choice = field.choice(value.toString());
        return choice ? QList<Badge>{{choice->label.text(), choice->color}} : QList<Badge>{{value.toString(), {}}};
    }
    if (field.kind() == Kind::Choices) {
        QList<Badge> badges;
        const QStringList keys = choicesInOrder(field, value);
        for (const QString &key : keys) {
            const Choice *choice = field.choice(key);
            badges.append(choice ? Badge{choice->label.text(), choice->color} : Badge{key, {}});
        }
        return badges;
    }
    if (field.kind() == Kind::Ref) {
        const Entity *target = session.catalog()->find(field.target());
        if (!target || !target->isDictionary())
            return {};
        for (const Option &o : session.dictionary(field.target())) {
            if (o.id == value.toLongLong())
                return o.color.isEmpty() ? QList<Badge>() : QList<Badge>{{o.title, o.color}};
        }
        return {};
    }
    if (field.kind() != Kind::Labels)
        return {};
    QList<Badge> badges;
    const QList<Option> known = session.dictionary(field.target());
    const QStringList titles = title.split(QStringLiteral(", "));
    const IdList ids = value.value<IdList>();
    const qsizetype shown = qMin(ids.size(), mostBadges);
    if (left)
        *left = ids.size() - shown;
    for (qsizetype i = 0; i < shown; ++i) {
        Badge badge{titles.value(i), {}};
        for (const Option &o : known) {
            if (o.id == ids.at(i))
                badge = {o.title, o.color};
        }
        badges.append(badge);
    }
    return badges;
}

CellDelegate::CellDelegate(Navigator &navigator, QObject *parent)
    : EditorDelegate(navigator, parent)
{
    if (auto *view = qobject_cast<QAbstractItemView *>(parent))
        connect(&PictureCache::of(navigator.session()), &PictureCache::arrived, view->viewport(),
                [view] { view->viewport()->update(); });
}

namespace {

const ListModel *listOf(const QModelIndex &index) { return qobject_cast<const ListModel *>(index.model()); }

/// Of one value; several stand closer without.
bool hasDots(const Field &field) { return field.kind() != Kind::Labels && field.kind() != Kind::Choices; }

/// The file that is shown as a picture: the first of several.
Id pictureIn(const Field &field, const QVariant &value, const Session &session)
{
    if (field.kind() == Kind::File)
        return value.toLongLong();
    if (field.kind() != Kind::RefList)
        return 0;
    const auto catalog = session.catalog();
    const Entity *target = catalog->find(field.target());
    const bool files = target && target->presentation() == Presentation::Files;
    return files ? value.value<IdList>().value(0) : 0;
}

/// The first picture, and how many more there are; false: it is none.
bool paintPicture(QPainter *painter, const QRect &rect, Id first, qsizetype more, Session &session)
{
    constexpr int widest = 44;
    const QRect place =
        mirrored(*painter, rect, QRect(rect.left(), rect.top() + 3, qMin(widest, rect.width()), rect.height() - 6));
    if (!PictureCache::of(session).paint(painter, place, first))
        return false;
    if (more > 0) {
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(colors().muted);
        drawText(*painter, mirrored(*painter, rect, rect.adjusted(widest + space::xs, 0, 0, 0)),
                 Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("+%1").arg(more));
    }
    return true;
}

QRect contentRect(const QRect &cell) { return cell.adjusted(space::s, 0, -space::s, 0); }

void paintLoading(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    const int seed = (index.row() * 7 + index.column() * 13) % 5;
    const QRect bar = mirrored(
        *painter, rect,
        QRect(rect.left(), rect.center().y() - 4, qMin(rect.width(), rect.width() * (40 + seed * 10) / 100), 8));
    QColor color = colors().faint;
    color.setAlphaF(0.35f);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(bar, 4, 4);
}

/// @param left there are as many more
void paintBadges(QPainter *painter, const QRect &cell, const QList<Badge> &badges, qsizetype left, bool dot)
{
    const QFont small = fontFor(TextRole::Caption);
    const auto countText = [&](qsizetype from) { return QStringLiteral("+%1").arg(badges.size() - from + left); };
    const int countRoom = QFontMetrics(small).horizontalAdvance(countText(1)) + space::xs;
    QRect rect = cell; // what is left of it, as if one read from left to right
    qsizetype at = 0;
    for (; at < badges.size(); ++at) {
        const bool last = at + 1 == badges.size() && left == 0;
        const int room = rect.width() - (last ? 0 : countRoom);
        if (at > 0 && pillSize(badges.at(at).text, dot).width() > room)
            break;
        const int used = paintPill(painter, mirrored(*painter, cell, rect.adjusted(0, 0, room - rect.width(), 0)),
                                   badges.at(at).text, toneFor(badges.at(at).tone), dot);
        rect.setLeft(rect.left() + used + space::xs);
    }
    if (at == badges.size() && left == 0)
        return;
    painter->setFont(small);
    painter->setPen(colors().muted);
    drawText(*painter, mirrored(*painter, cell, rect), Qt::AlignVCenter | Qt::AlignLeft, countText(at));
}

/// What a rule says of the cell, else of its row.
QString toneOfCell(const QModelIndex &index)
{
    const QString own = index.data(ListModel::CellToneRole).toString();
    return own.isEmpty() ? index.data(ListModel::ToneRole).toString() : own;
}

/// Of a row that heads a group the background. RecordTable writes title and sums over it.
void paintHead(QPainter *painter, const QStyleOptionViewItem &option)
{
    painter->save();
    painter->fillRect(option.rect, colors().sunken);
    painter->setPen(colors().border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colors().accent, 1.5));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -2, -2), radius::small, radius::small);
    }
    painter->restore();
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem opt = option;
    opt.state.setFlag(QStyle::State_HasFocus, false);
    if (index.data(ListModel::GroupRole).isValid())
        return paintHead(painter, option);
    const QString tone = toneOfCell(index);
    if (!tone.isEmpty() && !opt.state.testFlag(QStyle::State_Selected))
        opt.backgroundBrush = toneFor(tone).fill;
    const QStyle *style = opt.widget ? opt.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &opt, painter, opt.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const double fresh = index.data(ListModel::FlashRole).toDouble(); fresh > 0) {
        QColor color = colors().accent;
        color.setAlphaF(float(0.22 * fresh));
        painter->fillRect(option.rect, color);
    }
    const QRect rect = contentRect(option.rect);
    const ListModel *list = listOf(index);
    const Field *field = list ? list->fieldAt(index.column()) : nullptr;
    if (index.data(ListModel::LoadingRole).toBool())
        paintLoading(painter, rect, index);
    else if (field)
        paintContent(painter, rect, option, index, *field);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors().accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -2, -2), radius::small, radius::small);
    }
    painter->restore();
}

void CellDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const Field &field) const
{
    const QVariant value = index.data(ListModel::ValueRole);
    if (field.kind() == Kind::Bool) {
        const int side = scaled(16);
        const QRect box(rect.center().x() - side / 2 + 1, rect.center().y() - side / 2 + 1, side, side);
        if (value.toBool()) {
            icon(QStringLiteral("check"), colors().success).paint(painter, box);
        } else {
            painter->setPen(QPen(colors().faint, 1.5, Qt::SolidLine, Qt::RoundCap));
            painter->drawLine(box.left() + 4, box.center().y(), box.right() - 4, box.center().y());
        }
        return;
    }
    if (field.kind() == Kind::Color && !isEmptyValue(value)) {
        painter->setPen(colors().border);
        painter->setBrush(QColor(value.toString()));
        painter->drawEllipse(mirrored(*painter, rect, QRect(rect.left(), rect.center().y() - 6, 13, 13)));
        return;
    }
    if (const Id picture = pictureIn(field, value, navigator().session());
        picture && paintPicture(painter, rect, picture, value.value<IdList>().size() - 1, navigator().session()))
        return;
    qsizetype left = 0;
    const QList<Badge> badges =
        badgesOf(field, value, index.data(ListModel::TitleRole).toString(), navigator().session(), &left);
    if (!badges.isEmpty())
        return paintBadges(painter, rect, badges, left, hasDots(field));
    const ListModel *list = listOf(index);
    const bool title = list->pathAt(index.column()) == list->entity().titleField();
    painter->setFont(fontFor(title ? TextRole::Strong : TextRole::Body));
    const QString tone = toneOfCell(index);
    const bool toned = !tone.isEmpty() && !option.state.testFlag(QStyle::State_Selected);
    painter->setPen(toned ? toneFor(tone).text : colors().text);
    drawElided(*painter, rect, int(Qt::AlignVCenter | cellAlignment(field)) | Qt::TextSingleLine,
               index.data(Qt::DisplayRole).toString());
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const ListModel *list = listOf(index);
    const Field *field = list ? list->fieldAt(index.column()) : nullptr;
    const bool title = list && list->pathAt(index.column()) == list->entity().titleField();
    int width = QFontMetrics(fontFor(title ? TextRole::Strong : TextRole::Body))
                    .horizontalAdvance(index.data(Qt::DisplayRole).toString());
    if (field) {
        int pills = 0;
        const auto badges = badgesOf(*field, index.data(ListModel::ValueRole),
                                     index.data(ListModel::TitleRole).toString(), navigator().session());
        for (const Badge &badge : badges)
            pills += pillSize(badge.text, hasDots(*field)).width() + space::xs;
        width = qMax(width, pills);
    }
    return {width + 2 * space::s + 2, rowHeight()};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return EditorDelegate::helpEvent(event, view, option, index);
    const QString full = index.data(Qt::ToolTipRole).toString();
    const bool cut = sizeHint(option, index).width() > option.rect.width();
    if (full.isEmpty() || (!cut && full == index.data(Qt::DisplayRole).toString()))
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), full.left(1000), view);
    return true;
}

// Editing in place ----------------------------------------------------------------------------------------------

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const ListModel *list = listOf(index);
    const Field *field = list ? list->fieldAt(index.column()) : nullptr;
    return field ? makeCellEditor(*field, list->entity().key(), parent) : nullptr;
}

} // namespace crm
