// Letters in the window: opened in the mail program, marked as sent, withdrawn, one and several.
#include "tests/ui/record_fixture.h"
#include "ui/records/list_panel.h"
#include "ui/records/mail_actions.h"
#include "ui/records/record_table.h"
#include <QDesktopServices>
#include <QMenu>

namespace crm::test {
namespace {

/// Stands in for the mail program.
class MailProgram : public QObject
{
    Q_OBJECT
public:
    MailProgram() { QDesktopServices::setUrlHandler(QStringLiteral("mailto"), this, "open"); }
    ~MailProgram() override { QDesktopServices::unsetUrlHandler(QStringLiteral("mailto")); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &link) { opened << link; }
};

class Letters : public RecordTest
{
protected:
    Id letter(const QString &subject, const QString &to, const QString &text = QStringLiteral("Please **pay**."))
    {
        auto repository = database->asSystem();
        Document d{Record(repository->catalog()->at("letters"), newId())};
        d.set("subject", subject);
        d.set("client_id", m_client);
        d.set("to_address", to);
        d.set("body", text);
        return repository->save(d).document.id();
    }
    QString status(Id id) { return stored("letters", id).head().text("status"); }
    Id m_client = 0;
    MailProgram mail;
};

TEST_F(Letters, OneOpensInTheMailProgramAndIsMarkedAsSent)
{
    open();
    m_client = make("clients", "Vector");
    const Id id = letter("Invoice 1", "anna@example.com"), empty = letter("Nowhere", {});
    RecordPage &page = record("letters", id);
    QPushButton *button = nullptr;
    for (QPushButton *one : page.findChildren<QPushButton *>()) {
        if (one->text() == "Open in the mail program")
            button = one;
    }
    ASSERT_TRUE(button);
    button->click();
    ASSERT_TRUE(waitUntil([&] { return mail.opened.size() == 1; }));
    EXPECT_EQ(mail.opened.first().toEncoded(), "mailto:anna@example.com?subject=Invoice%201&body=Please%20pay.");
    EXPECT_EQ(status(id), "queued") << "opened is not sent";
    window->toastPopup().actionButton()->click();
    ASSERT_TRUE(waitUntil([&] { return status(id) == "sent"; }));

    openInMailProgram(*window, "letters", {empty});
    Prompts::setNextAnswer(Prompts::Yes);
    ASSERT_TRUE(waitUntil([&] { return Prompts::allTaken(); }));
    EXPECT_EQ(mail.opened.size(), 1) << "without an address there is nothing to open";
}

TEST_F(Letters, SeveralAtOnceFromTheList)
{
    open();
    m_client = make("clients", "Vector");
    const IdList ids{letter("One", "a@example.com"), letter("Two", "b@example.com"),
                     letter("Long", "c@example.com", QString(3000, u'x'))};
    openInMailProgram(*window, "letters", {ids[0], ids[1]});
    ASSERT_TRUE(waitUntil([&] { return mail.opened.size() == 2; }));
    openInMailProgram(*window, "letters", {ids[2]});
    ASSERT_TRUE(waitUntil([&] { return mail.opened.size() == 3; }));
    EXPECT_FALSE(mail.opened.last().toEncoded().contains("body")) << "too long: it is on the clipboard";

    window->openKey("list/letters");
    ASSERT_TRUE(settle());
    auto *list = window->tabs().currentPage()->findChild<ListPanel *>();
    ASSERT_TRUE(waitUntil([&] { return list->isSettled() && list->table()->model()->rowCount() == 3; }));
    list->table()->selectAll();
    QMenu menu;
    addMailActions(&menu, *list);
    QAction *withdraw = nullptr;
    for (QAction *action : menu.actions()) {
        if (action->text() == "Withdraw")
            withdraw = action;
    }
    ASSERT_TRUE(withdraw);
    withdraw->trigger();
    ASSERT_TRUE(waitUntil(
        [&] { return std::all_of(ids.begin(), ids.end(), [&](Id id) { return status(id) == "withdrawn"; }); }));
}

} // namespace
} // namespace crm::test

#include "letters_test.moc"
