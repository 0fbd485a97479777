#include "ui/records/choices_editor.h"
#include "core/model/choice_text.h"
#include "ui/records/choice_editor.h"
#include "ui/shell/navigator.h"
#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

namespace crm {

ChoicesEditor::ChoicesEditor(const Field &field, const EditContext &context, QWidget *parent)
    : ChipEditor(field, context, parent)
    , m_rest(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_rest, this))
{
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(12);
    edit()->setCompleter(m_completer);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &at) {
        const QString key = at.data(Qt::UserRole).toString();
        // The completer writes what was picked into the line once this has returned.
        QMetaObject::invokeMethod(
            this, [this, key] { add(key); }, Qt::QueuedConnection);
    });
    connect(edit(), &QLineEdit::returnPressed, this, [this] {
        // What is chosen in the open list comes by `activated` in a moment; taken here, another would stand in its
        // place.
        if (!m_completer->popup()->isVisible() || !m_completer->popup()->currentIndex().isValid())
            finish();
    });
    connect(edit(), &QLineEdit::textEdited, this, [this] {
        if (!fault().isEmpty()) {
            setFault({});
            Q_EMIT edited();
        }
    });
    refresh();
}

QVariant ChoicesEditor::value() const { return choicesValue(m_keys); }

void ChoicesEditor::setValue(const QVariant &value)
{
    m_keys = choicesInOrder(field(), value);
    setFault({});
    refresh();
}

QList<ChipEditor::Item> ChoicesEditor::items() const
{
    QList<Item> result;
    for (const QString &key : m_keys) {
        const Choice *choice = field().choice(key);
        result.append(choice ? Item{choice->label.text(), choice->color} : Item{key, {}});
    }
    return result;
}

void ChoicesEditor::refresh()
{
    m_rest->clear();
    for (const Choice &choice : field().choices()) {
        if (m_keys.contains(choice.key))
            continue;
        auto *item = new QStandardItem(toneDot(choice.color), choice.label.text());
        item->setData(choice.key, Qt::UserRole);
        m_rest->appendRow(item);
    }
    rebuild();
}

void ChoicesEditor::add(const QString &key)
{
    edit()->clear();
    setFault({});
    setValue(choicesValue(m_keys + QStringList{key}));
    Q_EMIT edited();
}

void ChoicesEditor::takeOut(qsizetype index)
{
    m_keys.removeAt(index);
    QMetaObject::invokeMethod(
        this, [this] { refresh(); }, Qt::QueuedConnection);
}

/// Takes what was typed in full, one choice or several between commas.
void ChoicesEditor::finish()
{
    const QString text = edit()->text().trimmed();
    if (text.isEmpty() || isReadOnly())
        return;
    QString sentence;
    const QVariant typed = parseText(field(), text, navigator().format(), &sentence);
    setFault(sentence);
    if (sentence.isEmpty()) {
        edit()->clear();
        setValue(choicesValue(m_keys + choiceKeys(typed)));
    }
    Q_EMIT edited();
}

bool ChoicesEditor::isListOpen() const { return m_completer->popup()->isVisible() || !fault().isEmpty(); }

void ChoicesEditor::showRest()
{
    if (isReadOnly() || m_rest->rowCount() == 0)
        return;
    m_completer->setCompletionPrefix(edit()->text());
    m_completer->complete();
}

bool ChoicesEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == edit()) {
        if (event->type() == QEvent::MouseButtonRelease && edit()->text().isEmpty())
            showRest();
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
            showRest();
            return true;
        }
    }
    return ChipEditor::eventFilter(watched, event);
}

} // namespace crm
