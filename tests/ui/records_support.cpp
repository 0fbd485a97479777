#include "tests/ui/records_support.h"
#include <QStandardPaths>

namespace crm::test {

RecordsTest::RecordsTest()
{
    QCoreApplication::setOrganizationName(QStringLiteral("MyCRM tests"));
    QCoreApplication::setApplicationName(QStringLiteral("records"));
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    m_session = answer(Session::open({Target::LocalFile, m_database.path()}, {}, m_database.registry()));
    m_window = std::make_unique<TestWindow>(*m_session);
}

RecordsTest::~RecordsTest() = default;

Document RecordsTest::make(const QString &entity, const QVariantMap &values)
{
    Document d{Record(catalog().at(entity), newId())};
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        d.set(it.key(), it.value());
    return answer(session().save(d, SaveKey::fresh())).document;
}

void RecordsTest::makeMany(const QString &entity, int count, const std::function<void(Document &, int)> &fill)
{
    answer(session().write([entity, count, fill](Repository &r) {
        QList<Document> documents;
        for (int i = 0; i < count; ++i) {
            Document d{Record(r.catalog()->at(entity), newId())};
            fill(d, i);
            documents.append(d);
        }
        r.saveMany(documents);
    }));
}

} // namespace crm::test
