#include "ui/records/field_help.h"
#include "core/model/value_hint.h"
#include "core/store/session.h"
#include "ui/records/field_editor.h"
#include "ui/records/popup_place.h"
#include "ui/shell/navigator.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QGridLayout>
#include <QKeyEvent>

namespace crm {
namespace {

constexpr int popupWidth = 380, mostChoices = 12;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::FieldHelp)
};

QString targetName(const Catalog &catalog, const Field &field)
{
    const Entity *target = catalog.find(field.target());
    return target ? target->many().text() : field.target();
}

QString kindText(const Catalog &catalog, const Field &field)
{
    const QString kind = kindLabel(field.kind()).text();
    return field.target().isEmpty()
               ? kind
               : Tr::tr("%1: %2", "kind of field, the list that it points to").arg(kind, targetName(catalog, field));
}

/// Labels as shown, with the names that files use.
QString choicesText(const Field &field)
{
    QStringList shown;
    for (const Choice &choice : field.choices().mid(0, mostChoices))
        shown << Tr::tr("%1 (%2)", "a choice, its name in files").arg(choice.label.text(), choice.key);
    const int more = int(field.choices().size()) - mostChoices;
    if (more > 0)
        shown << Tr::tr("and %n more", nullptr, more);
    return shown.join(QStringLiteral(", "));
}

QString expected(const Field &field, const FormatContext &format)
{
    switch (field.kind()) {
    case Kind::Text:
        return Tr::tr("A line of text.");
    case Kind::Memo:
        return Tr::tr("Text of several lines. **Bold**, *slanted*, lists and links in the way of Markdown.");
    case Kind::Choice:
    case Kind::Choices:
        return choicesText(field);
    case Kind::Date:
        return Tr::tr("%1 Also: today, tomorrow, fri, +3, +2w. Alt+Down opens the calendar.")
            .arg(valueHint(field, format));
    case Kind::Moment:
        return Tr::tr("%1 Also: tomorrow 9:00, +2h. Alt+Down opens the calendar.").arg(valueHint(field, format));
    case Kind::Duration:
        return Tr::tr("%1 Also: 1h 30m, 90 min, or hours like 1.5.").arg(valueHint(field, format));
    case Kind::Bool:
        return Tr::tr("Yes or no. Space switches it.");
    case Kind::Ref:
        return Tr::tr("Type a part of the name and choose. In a file: a name, a number, an e-mail or the id.");
    case Kind::RefList:
    case Kind::Labels:
        return Tr::tr(
            "Any number of them. Type a part of the name and press Enter; Backspace takes the last one away.");
    case Kind::Email:
        return Tr::tr("An address like anna@example.com.");
    case Kind::Phone:
        return Tr::tr("A number as you like to write it. The search finds it by its digits.");
    case Kind::Url:
        return Tr::tr("A web address like https://example.com.");
    case Kind::File:
        return Tr::tr("A file: choose it, drop it here, or paste a picture.");
    default:
        return valueHint(field, format);
    }
}

QString limits(const Field &field, const FormatContext &format)
{
    QStringList sentences;
    const auto shown = [&](qint64 bound) { return displayText(field, QVariant(bound), format); };
    if (field.minimum() && field.maximum())
        sentences << Tr::tr("From %1 to %2.").arg(shown(*field.minimum()), shown(*field.maximum()));
    else if (field.minimum())
        sentences << Tr::tr("At least %1.").arg(shown(*field.minimum()));
    else if (field.maximum())
        sentences << Tr::tr("At most %1.").arg(shown(*field.maximum()));
    if (field.size() > 0 && isTextKind(field.kind()) && field.kind() != Kind::Choice && field.kind() != Kind::Choices &&
        field.kind() != Kind::Color)
        sentences << Tr::tr("At most %n character(s).", nullptr, field.size());
    if (field.isUnique())
        sentences << Tr::tr("No two records may have the same.");
    return sentences.join(u' ');
}

QString whoFillsIn(const Field &field, const Policy &policy)
{
    if (field.isReadOnly())
        return Tr::tr("The program fills it in.");
    if (!policy.edits(field))
        return Tr::tr("Your role may not change it.");
    return field.isRequired() ? Tr::tr("It has to be filled in.") : Tr::tr("It may stay empty.");
}

QString whoSees(const Field &field)
{
    switch (field.fieldClass()) {
    case FieldClass::Internal:
        return Tr::tr("People of the office who see the record; never a client.");
    case FieldClass::Restricted:
        return Tr::tr("Who sees the record, if the role has the special right to see and fill in this field.");
    case FieldClass::All:
        break;
    }
    return Tr::tr("Everybody who sees the record.");
}

} // namespace

QList<FieldFact> fieldFacts(const Catalog &catalog, const Field &field, const QString &path, const Policy &policy,
                            const FormatContext &format)
{
    QList<FieldFact> facts{
        {Tr::tr("Kind"), kindText(catalog, field)},
        {field.kind() == Kind::Choice || field.kind() == Kind::Choices ? Tr::tr("Possible") : Tr::tr("Write"),
         expected(field, format)},
        {Tr::tr("Limits"), limits(field, format)},
        {Tr::tr("Filling in"), whoFillsIn(field, policy)}};
    if (field.hasFixedDefault() && !field.isReadOnly() && field.target().isEmpty() && field.kind() != Kind::Bool)
        facts.append({Tr::tr("At first"), displayText(field, field.defaultValue(), format)});
    if (field.isSearchable())
        facts.append({Tr::tr("Search"), Tr::tr("Ctrl+K and the search of the list look into it.")});
    facts.append({Tr::tr("Who sees it"), whoSees(field)});
    facts.append({Tr::tr("In files, filters and commands"), path});
    facts.removeIf([](const FieldFact &fact) { return fact.text.isEmpty(); });
    return facts;
}

FieldHelp::FieldHelp(Navigator &navigator, const Field &field, const QString &path, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("fieldHelp"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setFixedWidth(scaledOnScreen(popupWidth));
    setBackgroundRole(QPalette::Base);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::l, space::m, space::l, space::m);
    box->setSpacing(space::s);
    const QString title = field.label().text(), help = field.helpText().text();
    const auto wrapped = [&](const QString &text, TextRole role, bool muted) {
        QLabel *label = makeLabel(text, role, this, muted);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        return label;
    };
    box->addWidget(wrapped(title, TextRole::Heading, false));
    if (!help.isEmpty())
        box->addWidget(wrapped(help, TextRole::Body, false));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnMinimumWidth(0, 96);
    grid->setColumnStretch(1, 1);
    box->addLayout(grid);
    QStringList said{help};
    const Session &session = navigator.session();
    const QList<FieldFact> facts =
        fieldFacts(*session.catalog(), field, path, session.actor().policy, navigator.format());
    for (const FieldFact &fact : facts) {
        const int row = grid->rowCount();
        auto *name = wrapped(fact.name, TextRole::Caption, true);
        name->setMaximumWidth(scaled(112));
        grid->addWidget(name, row, 0, Qt::AlignTop);
        auto *text = wrapped(fact.text, TextRole::Caption, false);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse); // the name, to be pasted into a file
        grid->addWidget(text, row, 1, Qt::AlignTop);
        said << QStringLiteral("%1: %2").arg(fact.name, fact.text);
    }
    said.removeAll(QString());
    setAccessibleName(tr("Help: %1").arg(title));
    setAccessibleDescription(said.join(u'\n'));
    if (QWidget *dialog = parent ? parent->window() : nullptr; dialog && dialog->isModal())
        return; // the help would stand behind it
    auto *more = makeButton(tr("Filling in fields"), QStringLiteral("help"), ButtonRole::Quiet, this);
    box->addSpacing(space::xs);
    box->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, [this, &navigator] {
        close();
        navigator.openKey(QStringLiteral("help/fields"));
    });
    setFocusProxy(more);
}

void FieldHelp::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::HelpContents))
        close();
    else
        QFrame::keyPressEvent(event);
}

void showFieldHelp(Navigator &navigator, const Field &field, const QString &path, QWidget &anchor)
{
    auto *popup = new FieldHelp(navigator, field, path, &anchor);
    popUpBelow(*popup, anchor);
    popup->setFocus();
}

bool showHelpOfFocus(QWidget *focus)
{
    FieldEditor *editor = FieldEditor::around(focus);
    if (editor)
        editor->showHelp();
    return editor != nullptr;
}

} // namespace crm
