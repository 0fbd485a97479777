// A window with many items, and their list.
#pragma once
#include "tests/ui/record_fixture.h"
#include "ui/records/list_panel.h"
#include <functional>

namespace crm::test {

class ListTest : public RecordTest
{
protected:
    /// The text of row i is unique and sorts as the numbers do.
    static QString nameOf(int i) { return QStringLiteral("Item %1").arg(i, 5, 10, QChar(u'0')); }
    /// @param fill sets what the test is about
    void makeItems(int count, const std::function<void(Document &item, int i)> &fill)
    {
        auto repository = database->asSystem();
        QList<Document> documents;
        for (int i = 0; i < count; ++i) {
            Document document{Record(repository->catalog()->at(items))};
            document.set(QStringLiteral("title"), nameOf(i));
            fill(document, i);
            documents.append(document);
        }
        repository->saveMany(documents);
    }
    /// In the window that is open.
    ListPanel &itemsList()
    {
        window->openKey(QStringLiteral("list/items"));
        EXPECT_TRUE(settle());
        auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
        EXPECT_TRUE(waitUntil([&] { return panel->isSettled(); }));
        return *panel;
    }
    const QString items = QStringLiteral("items");
};

} // namespace crm::test
