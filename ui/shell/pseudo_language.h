// A made-up language that runs from right to left, to look at the program in it before anybody translates it: letters
// of every text become Arabic ones and texts a third longer, so that what is cut, mirrored wrongly or not translatable
// shows. It is not offered to anybody: `mycrm --lang ar`. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QTranslator>

namespace crm {

class CRM_UI PseudoLanguage : public QTranslator
{
public:
    static QString code() { return QStringLiteral("ar"); }
    /// The text in it; placeholders, tags, entities and the mark of a shortcut stay.
    static QString spoken(const QString &text);

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *sourceText, const char *disambiguation, int n) const override;
};

} // namespace crm
