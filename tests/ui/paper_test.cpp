// Documents as they print: shown, saved as PDF and as HTML; and what of an issued document can still be typed into.
#include "core/exchange/file_name.h"
#include "core/model/error.h"
#include "tests/ui/record_fixture.h"
#include "ui/print/document_file_actions.h"
#include "ui/print/paper_batch.h"
#include "ui/print/paper_dialog.h"
#include "ui/shell/prompts.h"
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QToolButton>

using namespace crm;
using namespace crm::test;

namespace {
QString S(const char *text) { return QString::fromUtf8(text); }

class Papers : public RecordTest
{
protected:
    Id issued()
    {
        auto repository = database->asSystem();
        Document client{Record(repository->catalog()->at(S("clients")), newId())};
        client.set(S("name"), S("Roses & Sons"));
        const Id id = repository->save(client).document.id();
        Document invoice{Record(repository->catalog()->at(S("invoices")), newId())};
        invoice.set(S("client_id"), id);
        Record line(repository->catalog()->at(S("invoice_lines")), newId());
        line.set(S("title"), S("Work"));
        line.set(S("rate"), qint64(123'456));
        invoice.lines(S("invoice_lines")).append(line);
        const Id made = repository->save(invoice).document.id();
        repository->runAction(S("invoices"), made, S("issue"), {});
        return made;
    }
    QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

TEST_F(Papers, AreSavedAsPdfAndAsHtml)
{
    const Id id = issued();
    open();
    for (const char *name : {"out.pdf", "out.html"}) {
        PaperDialog dialog(*window, S("invoices"), id, S("Invoice INV-0001"), window.get());
        ASSERT_TRUE(waitUntil([&] { return dialog.isReady(); }));
        const QString path = QDir(settingsFolder()).filePath(S(name));
        Prompts::setNextFile(path);
        dialog.save();
        const QByteArray written = content(path);
        if (S(name).endsWith(S(".pdf")))
            EXPECT_TRUE(written.startsWith("%PDF")) << written.left(20).toStdString();
        else
            EXPECT_TRUE(written.contains("Roses &amp; Sons"));
        EXPECT_GT(written.size(), 1000);
    }
}

TEST_F(Papers, ManyAreSavedIntoAFolderAndNothingIsWrittenOver)
{
    const Id one = issued(), two = issued();
    open();
    QTemporaryDir folder;
    for (int round = 0; round < 2; ++round) {
        Prompts::setNextFile(folder.path());
        savePapers(*window, window.get(), S("invoices"), {one, two});
        ASSERT_TRUE(waitUntil([&] { return QDir(folder.path()).entryList({S("*.pdf")}).size() == 2 * (round + 1); }));
    }
    EXPECT_EQ(QDir(folder.path()).entryList({S("*.pdf")}, QDir::Files, QDir::Name),
              (QStringList{S("Invoice INV-0001 (2).pdf"), S("Invoice INV-0001.pdf"), S("Invoice INV-0002 (2).pdf"),
                           S("Invoice INV-0002.pdf")}));
    // One that has gone keeps none from being written, and is said.
    Prompts::setNextFile(folder.path());
    Prompts::setNextAnswer(Prompts::Yes);
    Prompts::takeAsked();
    savePapers(*window, window.get(), S("invoices"), {newId(), two});
    ASSERT_TRUE(waitUntil([&] { return Prompts::takeAsked().contains(S("Not all could be saved")); }));
    EXPECT_TRUE(QDir(folder.path()).exists(S("Invoice INV-0002 (3).pdf")));
}

TEST_F(Papers, AnInvoiceIsAnActAndATransferDocumentToo)
{
    const Id id = issued();
    open();
    PaperDialog dialog(*window, S("invoices"), id, S("INV-0001"), window.get());
    ASSERT_TRUE(waitUntil([&] { return dialog.isReady(); }));
    ASSERT_TRUE(dialog.kinds());
    ASSERT_EQ(dialog.kinds()->count(), 3);
    for (int i = 1; i < 3; ++i) {
        dialog.kinds()->setCurrentIndex(i);
        EXPECT_FALSE(dialog.isReady());
        ASSERT_TRUE(waitUntil([&] { return dialog.isReady(); }));
        const QString path = QDir(settingsFolder()).filePath(QString::number(i) + S(".html"));
        Prompts::setNextFile(path);
        dialog.save();
        EXPECT_TRUE(content(path).contains("No. INV-0001")) << i;
    }
}

TEST_F(Papers, AnInvoiceIsSavedAsAnEInvoiceWhenItLacksNothing)
{
    const Id id = issued();
    open();
    RecordPage &page = record(S("invoices"), id);
    const auto click = [&] {
        for (QToolButton *button : page.findChildren<QToolButton *>()) {
            if (button->toolTip().contains(S("Peppol")))
                button->click();
        }
    };
    const DocumentFile kind = documentFiles(S("invoices")).value(0);
    const QString path = QDir(settingsFolder()).filePath(S("out.xml"));
    click();
    const auto saysWhatItLacks = [&] {
        for (const QLabel *shown : window->findChildren<QLabel *>()) {
            if (shown->text().contains(S("the client's electronic address (on the client)")))
                return true;
        }
        return false;
    };
    ASSERT_TRUE(waitUntil(saysWhatItLacks));

    auto repository = database->asSystem();
    Document office{Record(repository->catalog()->at(S("office_settings")), newId())};
    for (const auto &[field, value] : {std::pair{"name", "Office"},
                                       {"tax_number", "DE123456789"},
                                       {"country_code", "DE"},
                                       {"e_address", "9930:DE123456789"},
                                       {"exemption_reason", "Section 19"}})
        office.set(S(field), S(value));
    repository->save(office);
    Document invoice = repository->load(S("invoices"), id);
    Document client = repository->load(S("clients"), invoice.head().ref(S("client_id")));
    client.set(S("country_code"), S("FR"));
    client.set(S("e_address"), S("0009:12345678901234"));
    repository->save(client);
    invoice.set(S("reference"), S("PO 7"));
    repository->save(invoice);
    Prompts::setNextFile(path);
    click();
    ASSERT_TRUE(waitUntil([&] { return content(path).contains("<cbc:BuyerReference>PO 7</cbc:BuyerReference>"); }));

    const Id draft = repository->runAction(S("invoices"), id, S("copy"), {}).second;
    QTemporaryDir folder;
    Prompts::setNextFile(folder.path());
    Prompts::setNextAnswer(Prompts::Yes); // what was refused is said
    Prompts::takeAsked();
    saveDocumentFiles(*window, window.get(), S("invoices"), {newId(), draft, id}, kind); // one has gone
    ASSERT_TRUE(waitUntil([&] { return Prompts::takeAsked().contains(S("Not all could be saved")); }));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{S("Invoice INV-0001.xml")});
}

TEST_F(Papers, OneThatCannotBeWrittenIsSaid)
{
    EXPECT_EQ(fittingName(S("Credit note CN/2026/0001: \"x\"")), S("Credit note CN_2026_0001_ _x_"));
    EXPECT_THROW(writePdf(S("<p>x</p>"), S("x"), S("/nowhere/at/all.pdf")), Error);
}

TEST_F(Papers, AnIssuedInvoiceTakesNotesAndNothingElse)
{
    const Id id = issued();
    open();
    RecordPage &page = record(S("invoices"), id);
    EXPECT_TRUE(field(page, "due_date").editor()->isReadOnly());
    EXPECT_TRUE(field(page, "client_id").editor()->isReadOnly());
    EXPECT_FALSE(field(page, "note").editor()->isReadOnly());
    EXPECT_FALSE(field(page, "reference").editor()->isReadOnly());
    line(page, "reference").setFocus();
    line(page, "reference").setText(S("PO 7"));
    Q_EMIT line(page, "reference").textEdited(S("PO 7"));
    page.save();
    ASSERT_TRUE(waitUntil([&] { return stored(S("invoices"), id).value(S("reference")) == S("PO 7"); }));
}
} // namespace
