#include "ui/shop/cart.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "ui/records/cell_text.h"

namespace crm {

namespace {
constexpr qint64 piece = 1000; ///< quantities are in thousandths
}

Cart::Cart(const QString &entity, Session &session, const QLocale &locale, QObject *parent)
    : QAbstractTableModel(parent)
    , m_entity(entity)
    , m_window(shopWindowOf(entity))
    , m_locale(locale)
    , m_session(session)
    , m_document(session)
{
    begin();
    connect(&m_document, &OpenDocument::linesChanged, this, &Cart::follow);
    connect(&m_document, &OpenDocument::loadedAnew, this, &Cart::follow);
    connect(&m_document, &OpenDocument::previewed, this, &Cart::follow);
    // Another party has other prices: the rules fill in what is empty.
    connect(&m_document, &OpenDocument::valueChanged, this, [this](const QString &key) {
        if (key != m_window.party)
            return;
        for (int row = 0; row < rowCount(); ++row)
            m_document.setLineValue(m_window.lines, row, m_window.price, {});
    });
}

void Cart::begin()
{
    const QVariant party =
        m_document.document().head().isNull() ? QVariant() : m_document.document().value(m_window.party);
    m_catalog = m_session.catalog();
    Document fresh{Record(m_catalog->at(m_entity), newId())};
    fresh.set(m_window.party, party);
    m_document.load(fresh);
}

void Cart::follow()
{
    const int rows = m_document.lineCount(m_window.lines);
    if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
    }
    Q_EMIT changed();
}

void Cart::add(Id item, const QString &title)
{
    const QList<Record> lines = m_document.document().lines(m_window.lines);
    for (int row = 0; row < lines.size(); ++row) {
        if (lines.at(row).ref(m_window.item) == item)
            return addTo(row, 1);
    }
    m_document.addTitle(goods(), item, title);
    m_document.setLineValues(m_window.lines, m_document.addLine(m_window.lines),
                             {{m_window.quantity, piece}, {m_window.item, QVariant::fromValue<Id>(item)}});
}

void Cart::addTo(int row, int pieces)
{
    if (row < 0 || row >= rowCount())
        return;
    const qint64 now = m_document.document().lines(m_window.lines).at(row).integer(m_window.quantity);
    if (now + pieces * piece <= 0)
        remove(row);
    else
        setQuantity(row, now + pieces * piece);
}

/// More of it may cost less each: the price is found anew.
void Cart::setQuantity(int row, qint64 thousandths)
{
    m_document.setLineValues(m_window.lines, row, {{m_window.quantity, thousandths}, {m_window.price, {}}});
}

void Cart::remove(int row)
{
    if (row >= 0 && row < rowCount())
        m_document.removeLine(m_window.lines, row);
}

QString Cart::goods() const { return m_catalog->at(m_window.lines).field(m_window.item)->target(); }

QString Cart::totalText() const
{
    const Field *total = m_document.entity().field(m_window.total);
    return fullText(*total, m_document.shown(m_window.total), {}, m_document.currency(), m_locale);
}

QString Cart::fault()
{
    if (isEmpty())
        return tr("Put something in first.");
    const QList<FieldFault> faults = m_document.faults();
    return faults.isEmpty() ? QString() : faults.first().sentence;
}

int Cart::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int Cart::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

const QString &Cart::field(int column) const
{
    return column == Quantity ? m_window.quantity : column == Title ? m_window.price : m_window.amount;
}

QVariant Cart::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_document.lineCount(m_window.lines))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Title ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole && role != PriceRole)
        return {};
    if (index.column() == Title && role != PriceRole) {
        const Record line = m_document.document().lines(m_window.lines).at(index.row());
        return m_document.document().titles.value({goods(), line.ref(m_window.item)});
    }
    const Field *shown = m_catalog->at(m_window.lines).field(field(index.column()));
    return fullText(*shown, m_document.shownInLine(m_window.lines, index.row(), shown->key()), {},
                    m_document.currency(), m_locale);
}

QVariant Cart::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Title ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const Entity &lines = m_catalog->at(m_window.lines);
    return lines.field(section == Title ? m_window.item : field(section))->label().text();
}

Qt::ItemFlags Cart::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Quantity ? flags | Qt::ItemIsEditable : flags;
}

bool Cart::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Quantity)
        return false;
    QString fault;
    const Field *quantity = m_catalog->at(m_window.lines).field(m_window.quantity);
    const QVariant typed = parseText(*quantity, value.toString(), {m_locale, m_document.currency(), {}}, &fault);
    if (!fault.isEmpty() || typed.toLongLong() < 0)
        return false;
    if (typed.toLongLong() == 0)
        remove(index.row());
    else
        setQuantity(index.row(), typed.toLongLong());
    return true;
}

} // namespace crm
