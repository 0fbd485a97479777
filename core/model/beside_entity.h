// What is declared beside entities instead of in them, because few have it: for each entity a value, from any thread.
//
//     BesideEntity<Mailing> &mailings() { static BesideEntity<Mailing> all; return all; }
//     mailings().set("letters", how);      // declared anew, it replaces what was said before
//     mailings().of("letters");            // the value of an entity that nothing is said of is T()
//
// Private to the files that declare something so, such as core/model/mailing.cpp.
#pragma once
#include <QHash>
#include <QMutex>
#include <QString>

namespace crm {

template<class T> class BesideEntity
{
public:
    void set(const QString &entity, const T &value)
    {
        const QMutexLocker lock(&m_mutex);
        m_all.insert(entity, value);
    }
    T of(const QString &entity) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_all.value(entity);
    }
    QHash<QString, T> all() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_all;
    }

private:
    mutable QMutex m_mutex;
    QHash<QString, T> m_all;
};

} // namespace crm
