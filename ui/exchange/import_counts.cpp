#include "ui/exchange/import_counts.h"
#include "ui/style/widgets.h"
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>

namespace crm {
namespace {

struct Figure
{
    qint64 count;
    QString word;
    QColor color;
};

/// The word below a number of rows, in the form that the number asks for.
QString wordOf(Outcome outcome, qint64 count)
{
    const int n = int(std::min<qint64>(count, std::numeric_limits<int>::max()));
    switch (outcome) {
    case Outcome::Insert:
        return ImportCountsView::tr("new", "below a number of rows", n);
    case Outcome::Update:
        return ImportCountsView::tr("changed", "below a number of rows", n);
    case Outcome::Unchanged:
        return ImportCountsView::tr("unchanged", "below a number of rows", n);
    case Outcome::Skip:
        return ImportCountsView::tr("skipped", "below a number of rows", n);
    case Outcome::Refused:
        return ImportCountsView::tr("refused", "below a number of rows", n);
    }
    return {};
}

QWidget *makeFigure(const Figure &figure, QWidget *parent)
{
    auto *card = new QWidget(parent);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, space::xl, 0);
    column->setSpacing(0);
    auto *number = makeLabel(QLocale().toString(figure.count), TextRole::Display, card);
    QPalette palette = number->palette();
    palette.setColor(QPalette::WindowText, figure.color);
    number->setPalette(palette);
    column->addWidget(number);
    column->addWidget(makeLabel(figure.word, TextRole::Caption, card, true));
    card->setAccessibleName(QStringLiteral("%1 %2").arg(QLocale().toString(figure.count), figure.word));
    return card;
}

} // namespace

ImportCountsView::ImportCountsView(QWidget *parent)
    : QWidget(parent)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::s);
    m_row = new QHBoxLayout;
    m_row->setSpacing(0);
    box->addLayout(m_row);
    m_notes = makeLabel({}, TextRole::Body, this, true);
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->addWidget(m_notes);
}

void ImportCountsView::show(const ImportReport &report, const Catalog &catalog)
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto figure = [](Outcome outcome, qint64 count, const QColor &color) {
        return Figure{count, wordOf(outcome, count), count > 0 ? color : colors().muted};
    };
    const QList<Figure> figures = {figure(Outcome::Insert, report.inserted, colors().success),
                                   figure(Outcome::Update, report.updated, colors().accentText),
                                   figure(Outcome::Unchanged, report.unchanged, colors().muted),
                                   figure(Outcome::Skip, report.skipped, colors().muted),
                                   figure(Outcome::Refused, report.refused, colors().danger)};
    QStringList spoken;
    for (const Figure &figure : figures) {
        const bool always = &figure == &figures.first() || &figure == &figures.last();
        if (figure.count == 0 && !always)
            continue;
        m_row->addWidget(makeFigure(figure, this));
        spoken << QStringLiteral("%1 %2").arg(QLocale().toString(figure.count), figure.word);
    }
    m_row->addStretch(1);
    m_text = spoken.join(QStringLiteral(", "));
    setAccessibleName(m_text);
    QStringList notes;
    for (auto it = report.others.begin(); it != report.others.end(); ++it) {
        const Entity *entity = catalog.find(it.key());
        notes << tr("%1: %2 new, %3 changed", "records of another kind, made by an import")
                     .arg(entity ? entity->many().text() : it.key(), QLocale().toString(it->inserted),
                          QLocale().toString(it->updated));
    }
    if (!report.unused.isEmpty())
        notes << tr("Not imported: %1").arg(report.unused.mid(0, 20).join(QStringLiteral(", ")));
    notes += report.remarks;
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

} // namespace crm
