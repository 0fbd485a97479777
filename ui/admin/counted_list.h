// A list of places at the left of an administrator's page: groups with headings, and a number at the right of each.
#pragma once
#include "ui/ui_export.h"
#include <QListWidget>

namespace crm {

class CRM_UI CountedList : public QListWidget
{
    Q_OBJECT
public:
    explicit CountedList(QWidget *parent);

    void addHeading(const QString &text);
    QListWidgetItem *addPlace(const QString &iconName, const QString &text, const QVariant &key);
    /// @param note stands at the right, in the second-rank colour
    static void setNote(QListWidgetItem *item, const QString &note);
    static QVariant keyOf(const QListWidgetItem *item);
    QVariant currentKey() const { return keyOf(currentItem()); }
    bool setCurrentKey(const QVariant &key); ///< false: there is no such place

Q_SIGNALS:
    void keyChosen(); ///< the current place is another one
};

} // namespace crm
