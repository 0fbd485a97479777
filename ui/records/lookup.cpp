#include "ui/records/lookup.h"
#include "core/model/text.h"
#include "core/store/session.h"
#include "ui/records/choice_editor.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/tokens.h"
#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

namespace crm {
namespace {
constexpr int OptionRole = Qt::UserRole + 1; // index into m_options; -1: create
constexpr int widestPopup = 480, mostProposed = 20, mostAsked = 500;
} // namespace

Lookup::Lookup(Navigator &navigator, const QString &target, QLineEdit *edit)
    : QObject(edit)
    , m_navigator(navigator)
    , m_target(target)
    , m_edit(edit)
    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_model, this))
{
    m_completer->setWidget(edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &Lookup::take);
    m_timer.setSingleShot(true);
    m_timer.setInterval(120);
    connect(&m_timer, &QTimer::timeout, this, &Lookup::ask);
    connect(edit, &QLineEdit::textEdited, this, [this] { m_timer.start(); });
    edit->installEventFilter(this);
    m_completer->popup()->installEventFilter(this);
}

bool Lookup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && !m_edit->isReadOnly()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && !isOpen()) {
            open();
            return true;
        }
    }
    if (watched == m_completer->popup() && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab) {
        // As in a shell: Tab takes the proposal that is marked, or else the first.
        QModelIndex index = m_completer->popup()->currentIndex();
        if (!index.isValid())
            index = m_completer->completionModel()->index(0, 0);
        m_completer->popup()->hide();
        m_edit->setProperty(takenByTab, true); // in a grid Tab goes on to the next cell
        take(index);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void Lookup::open()
{
    m_timer.stop();
    ask();
}

bool Lookup::isOpen() const { return m_completer->popup()->isVisible(); }

void Lookup::ask()
{
    const QString typed = m_edit->text().trimmed();
    // What is chosen already is not proposed, so others are needed in its place.
    const int asked = mostProposed + int(qMin<qsizetype>(m_without.size(), mostAsked - mostProposed));
    m_request.ask(
        this, m_navigator.session().lookup(m_target, typed, asked),
        [this, typed](const QList<Option> &options) { show(typed, options); },
        [this](const Error &e) { m_navigator.showError(e); });
}

void Lookup::show(const QString &typed, const QList<Option> &options)
{
    m_options = options;
    m_model->clear();
    bool exact = false;
    for (qsizetype i = 0; i < options.size() && m_model->rowCount() < mostProposed; ++i) {
        const Option &o = options.at(i);
        exact = exact || fold(o.title) == fold(typed);
        if (m_without.contains(o.id))
            continue;
        auto *item = new QStandardItem(o.detail.isEmpty() ? o.title : QStringLiteral("%1   %2").arg(o.title, o.detail));
        item->setIcon(toneDot(o.color));
        item->setData(int(i), OptionRole);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    if (m_creates && !typed.isEmpty() && !exact) {
        auto *item = new QStandardItem(icon(QStringLiteral("plus")), tr("Create \"%1\"").arg(typed));
        item->setData(-1, OptionRole);
        m_model->appendRow(item);
    }
    if (m_model->rowCount() == 0) {
        auto *item = new QStandardItem(tr("Nothing found"));
        item->setEnabled(false);
        item->setData(-2, OptionRole);
        m_model->appendRow(item);
    }
    if (!m_edit->hasFocus())
        return;
    // A cell of a grid may be far narrower than what is to be chosen from.
    const int wanted = m_completer->popup()->sizeHintForColumn(0) + 2 * space::l;
    m_completer->complete(QRect(0, 0, qMax(m_edit->width(), qMin(wanted, widestPopup)), m_edit->height()));
}

bool Lookup::takeExact()
{
    const QString typed = fold(m_edit->text().trimmed());
    const Option *found = nullptr;
    for (const Option &o : std::as_const(m_options)) {
        if (fold(o.title) != typed)
            continue;
        if (found)
            return false;
        found = &o;
    }
    if (!found)
        return false;
    const Option copy = *found;
    Q_EMIT picked(copy);
    return true;
}

void Lookup::take(const QModelIndex &index)
{
    const int at = index.data(OptionRole).toInt();
    if (at >= 0 && at < m_options.size()) {
        const Option copy = m_options.at(at);
        Q_EMIT picked(copy);
    } else if (at == -1) {
        Q_EMIT createRequested(m_edit->text().trimmed());
    }
}

} // namespace crm
