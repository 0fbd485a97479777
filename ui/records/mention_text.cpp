#include "ui/records/mention_text.h"
#include "core/access/policy.h"
#include "core/model/mentions.h"
#include "core/store/session.h"
#include "ui/records/people.h"
#include "ui/records/whole_text.h"
#include "ui/shell/navigator.h"
#include "ui/style/tokens.h"
#include <QTextBlock>
#include <QTextBrowser>

namespace crm {

namespace {
struct Place
{
    int from = 0, to = 0;
    Id person = 0;
};

QList<Place> mentionsOf(const QTextDocument &document)
{
    QList<Place> out;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment part = it.fragment();
            if (const Id person = mentionedBy(part.charFormat().anchorHref()))
                out << Place{part.position(), part.position() + part.length(), person};
        }
    }
    return out;
}

void mark(QTextBrowser &view, Id self)
{
    const QList<Place> places = mentionsOf(*view.document());
    for (const Place &place : places) {
        QTextCharFormat format;
        format.setFontUnderline(false);
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(place.person == self ? colors().onAccent : colors().accentText);
        if (place.person == self)
            format.setBackground(colors().accent);
        QTextCursor cursor(view.document());
        cursor.setPosition(place.from);
        cursor.setPosition(place.to, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

void lead(QTextBrowser &view, Navigator &navigator)
{
    static const char isLed[] = "crmLeadsToPeople";
    if (view.property(isLed).toBool())
        return;
    view.setProperty(isLed, true);
    QObject::connect(&view, &QTextBrowser::anchorClicked, &view, [&navigator](const QUrl &url) {
        const Id person = mentionedBy(url.toString());
        const Entity *people = person ? navigator.session().catalog()->find(peopleEntity()) : nullptr;
        if (people && navigator.session().actor().policy.may(*people, Verb::Read))
            navigator.openRecord(peopleEntity(), person);
    });
}
} // namespace

void showMentions(QTextBrowser &view, const QString &markdown, const QHash<Id, QString> &names, Navigator &navigator)
{
    showMentions(view, withMentionedNames(markdown, [&](Id person) { return names.value(person); }), navigator);
}

void showMentions(QTextBrowser &view, const QString &markdown, Navigator &navigator)
{
    showBeginning(view, markdown);
    mark(view, navigator.session().actor().userId);
    lead(view, navigator);
}

} // namespace crm
