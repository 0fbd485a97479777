// Both languages are complete: what the sources say is in the .ts files, finished, with the same places to fill in.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <gtest/gtest.h>

namespace {

struct Message
{
    QString context, source, comment;
    QStringList forms; ///< one, or one for each plural form
    bool plural = false;
    bool unfinished = false;

    QString key() const { return context + u'\x1f' + source + u'\x1f' + comment; }
    std::string name() const { return QStringLiteral("%1: \"%2\"").arg(context, source).toStdString(); }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message m;
    m.context = context;
    m.plural = xml.attributes().value(QLatin1String("numerus")) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            m.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            m.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            m.unfinished = xml.attributes().value(QLatin1String("type")) == u"unfinished";
            if (!m.plural) {
                m.forms << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                m.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return m;
}

QHash<QString, Message> readTexts(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    QXmlStreamReader xml(&file);
    QHash<QString, Message> texts;
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNext() || !xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            const Message m = readMessage(xml, context);
            texts.insert(m.key(), m);
        }
    }
    EXPECT_FALSE(xml.hasError()) << qPrintable(xml.errorString());
    return texts;
}

QSet<QString> placesIn(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%(L?\\d|n)"));
    QSet<QString> found;
    for (auto it = place.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

/// The texts of a language as the sources have them now: a fresh run of lupdate on a copy of the file.
QHash<QString, Message> collected(const QString &language, const QStringList &more)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("mycrm_%1.ts").arg(language));
    QFile::copy(QStringLiteral(CRM_SOURCE_DIR "/translations/mycrm_%1.ts").arg(language), copy);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(CRM_SOURCE_DIR));
    lupdate.start(QStringLiteral(CRM_LUPDATE), QStringLiteral(CRM_LUPDATE_OPTIONS).split(QStringLiteral("::")) + more +
                                                   QStringList{QStringLiteral("-ts"), copy});
    EXPECT_TRUE(lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0)
        << lupdate.readAllStandardError().toStdString();
    return readTexts(copy);
}

void expectComplete(const QString &language, int pluralForms, const QStringList &more)
{
    const QHash<QString, Message> now = collected(language, more);
    const QHash<QString, Message> kept =
        readTexts(QStringLiteral(CRM_SOURCE_DIR "/translations/mycrm_%1.ts").arg(language));
    EXPECT_FALSE(now.isEmpty());
    for (const Message &m : now) {
        EXPECT_FALSE(m.unfinished) << m.name()
                                   << " is not translated: build the target update_translations, fill it in";
        EXPECT_EQ(m.forms.size(), m.plural ? pluralForms : 1) << m.name();
        for (const QString &form : m.forms) {
            EXPECT_FALSE(form.trimmed().isEmpty()) << m.name();
            EXPECT_EQ(placesIn(form), placesIn(m.source)) << m.name() << ": " << form.toStdString();
        }
    }
    for (const Message &m : kept)
        EXPECT_TRUE(now.contains(m.key())) << m.name() << " is in no source any more";
}

} // namespace

TEST(Translations, RussianIsComplete) { expectComplete(QStringLiteral("ru"), 3, {}); }

TEST(Translations, EnglishHasItsPlurals) { expectComplete(QStringLiteral("en"), 2, {QStringLiteral("-pluralonly")}); }
