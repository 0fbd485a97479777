#include "ui/shell/shortcuts_page.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/begins_at.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int columnWidth = 860, keysWidth = 180, groupWidth = 140;

QString shown(const Command &command)
{
    QStringList all;
    for (const QKeySequence &keys : command.shortcuts)
        all.append(keys.toString(QKeySequence::NativeText));
    return all.join(QStringLiteral(", "));
}

/// Waits for keys in the cell; the page decides what becomes of them.
class KeysDelegate : public QStyledItemDelegate
{
public:
    KeysDelegate(ShortcutsPage &page, QSortFilterProxyModel &proxy)
        : QStyledItemDelegate(&page)
        , m_page(page)
        , m_proxy(proxy)
    {}
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *edit = new QKeySequenceEdit(parent);
        edit->setAccessibleName(ShortcutsPage::tr("Press the new keys"));
        connect(
            edit, &QKeySequenceEdit::editingFinished, this,
            [this, edit] {
                auto *self = const_cast<KeysDelegate *>(this);
                Q_EMIT self->commitData(edit);
                Q_EMIT self->closeEditor(edit);
            },
            Qt::SingleShotConnection); // it says so once more when it loses the focus
        return edit;
    }
    void setEditorData(QWidget *, const QModelIndex &) const override {} // begins empty: it waits
    void setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const override
    {
        const QKeySequence keys = static_cast<QKeySequenceEdit *>(editor)->keySequence();
        const QString command = m_page.model()->keyAt(m_proxy.mapToSource(index).row());
        if (!keys.isEmpty()) // after the editor is gone: there may be a question
            QMetaObject::invokeMethod(
                &m_page, [&page = m_page, command, keys] { page.choose(command, keys); }, Qt::QueuedConnection);
    }

private:
    ShortcutsPage &m_page;
    QSortFilterProxyModel &m_proxy;
};

} // namespace

// The model.

ShortcutsModel::ShortcutsModel(Commands &commands, QObject *parent)
    : QAbstractTableModel(parent)
    , m_commands(commands)
{}

QString ShortcutsModel::keyAt(int row) const { return m_commands.list().value(row).key; }

bool ShortcutsModel::assign(int row, const QKeySequence &keys)
{
    if (!Commands::whyNotShortcut(keys).isEmpty())
        return false;
    const QString key = keyAt(row);
    while (const Command *other = m_commands.boundTo(keys)) {
        if (other->key == key)
            break;
        m_commands.setShortcut(QString(other->key), {});
    }
    m_commands.setShortcut(key, keys);
    tellAll();
    return true;
}

void ShortcutsModel::reset(int row)
{
    m_commands.resetShortcut(keyAt(row));
    tellAll();
}

void ShortcutsModel::resetAll()
{
    for (const Command &command : QList<Command>(m_commands.list()))
        m_commands.resetShortcut(command.key);
    tellAll();
}

void ShortcutsModel::tellAll() { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1)); }

int ShortcutsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_commands.list().size());
}

int ShortcutsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant ShortcutsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Command &command = m_commands.list().at(index.row());
    if (role == Qt::FontRole && index.column() == Keys && m_commands.isOwn(command.key))
        return fontFor(TextRole::Strong);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Text:
        return command.text;
    case Keys:
        return shown(command);
    case Group:
        return Commands::groupTitle(command.group);
    }
    return {};
}

QVariant ShortcutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Command"), tr("Keys"), tr("Group", "of commands")}.value(section);
}

Qt::ItemFlags ShortcutsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == Keys ? usual | Qt::ItemIsEditable : usual;
}

// The page.

ShortcutsPage::ShortcutsPage(Navigator &navigator, Commands &commands, QWidget *parent)
    : TabPage(navigator, parent)
    , m_commands(commands)
    , m_model(new ShortcutsModel(commands, this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
    , m_search(new QLineEdit(this))
    , m_banner(new Banner(this))
    , m_change(makeButton(tr("Change"), QStringLiteral("edit"), ButtonRole::Normal, this))
    , m_remove(makeButton(tr("Take away"), {}, ButtonRole::Normal, this))
    , m_reset(makeButton(tr("As it was"), {}, ButtonRole::Normal, this))
    , m_resetAll(makeButton(tr("All as they were"), {}, ButtonRole::Quiet, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(makeLabel(tr("Shortcuts"), TextRole::Title, this));
    auto *hint = makeLabel(tr("Choose a command and press Enter, then the new keys. Del takes them away. What you have "
                              "changed is in bold."),
                           TextRole::Body, this, true);
    hint->setWordWrap(true);
    column->addWidget(hint);
    m_search->setPlaceholderText(tr("Find a command or keys"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(scaled(columnWidth));
    column->addWidget(m_search);
    m_banner->setMaximumWidth(scaled(columnWidth));
    column->addWidget(m_banner);

    m_shown->setSourceModel(m_model);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(m_search, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    m_table->setModel(m_shown);
    m_table->setItemDelegateForColumn(ShortcutsModel::Keys, new KeysDelegate(*this, *m_shown));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setMaximumWidth(scaled(columnWidth));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(ShortcutsModel::Text, QHeaderView::Stretch);
    m_table->setColumnWidth(ShortcutsModel::Keys, keysWidth);
    m_table->setColumnWidth(ShortcutsModel::Group, groupWidth);
    m_table->setAccessibleName(tr("Shortcuts"));
    m_table->installEventFilter(this);
    column->addWidget(m_table, 1);

    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_change, m_remove, m_reset})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_resetAll);
    auto *row = new QWidget(this);
    row->setMaximumWidth(scaled(columnWidth));
    buttons->setContentsMargins(0, 0, 0, 0);
    row->setLayout(buttons);
    column->addWidget(row);
    connect(m_change, &QPushButton::clicked, this,
            [this] { m_table->edit(m_table->currentIndex().siblingAtColumn(ShortcutsModel::Keys)); });
    connect(m_remove, &QPushButton::clicked, this, &ShortcutsPage::removeCurrent);
    connect(m_reset, &QPushButton::clicked, this, &ShortcutsPage::resetCurrent);
    connect(m_resetAll, &QPushButton::clicked, m_model, &ShortcutsModel::resetAll);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShortcutsPage::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ShortcutsPage::showState);
    m_table->setCurrentIndex(m_shown->index(0, ShortcutsModel::Keys));
    showState();
    new BeginsAt(this, [this] { return m_table; });
}

void ShortcutsPage::focusSearch() { m_search->setFocus(Qt::ShortcutFocusReason); }

int ShortcutsPage::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_shown->mapToSource(current).row() : -1;
}

void ShortcutsPage::choose(const QString &command, const QKeySequence &keys)
{
    const QString why = Commands::whyNotShortcut(keys);
    const QString written = keys.toString(QKeySequence::NativeText);
    m_banner->hide();
    if (!why.isEmpty()) {
        m_banner->show(Banner::Warning, tr("“%1” cannot be a shortcut. %2").arg(written, why));
        return;
    }
    const Command *other = m_commands.boundTo(keys);
    if (other && other->key != command) {
        const Prompts::Question question{tr("“%1” does something already").arg(written),
                                         tr("“%1” would no longer have a shortcut.").arg(other->text),
                                         tr("Use it here")};
        if (Prompts::ask(this, question) != Prompts::Yes)
            return;
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->keyAt(row) == command)
            m_model->assign(row, keys);
    }
}

void ShortcutsPage::removeCurrent()
{
    if (const int row = currentRow(); row >= 0)
        m_model->assign(row, {});
}

void ShortcutsPage::resetCurrent()
{
    const Command *command = m_commands.find(m_model->keyAt(currentRow()));
    if (!command)
        return;
    // Another command may have got the declared keys meanwhile.
    const QKeySequence declared = command->declared.value(0);
    const Command *other = m_commands.boundTo(declared);
    if (other && other->key != command->key)
        choose(command->key, declared);
    else
        m_model->reset(currentRow());
}

void ShortcutsPage::showState()
{
    const Command *command = m_commands.find(m_model->keyAt(currentRow()));
    m_change->setEnabled(command);
    m_remove->setEnabled(command && !command->shortcuts.isEmpty());
    m_reset->setEnabled(command && m_commands.isOwn(command->key));
}

bool ShortcutsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2) {
            m_change->click();
            return true;
        }
        if (key == Qt::Key_Delete) {
            m_remove->click();
            return true;
        }
    }
    return TabPage::eventFilter(watched, event);
}

} // namespace crm
