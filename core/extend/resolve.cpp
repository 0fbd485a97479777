#include "core/extend/resolve.h"
#include <QCoreApplication>
#include <QSet>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Extensions)
};

class Resolver
{
public:
    Resolver(const QList<ExtensionInfo> &infos, const QSet<int> &unavailable)
        : m_infos(infos)
        , m_out(unavailable)
    {
        for (int i = 0; i < infos.size(); ++i)
            m_byId.insert(infos[i].id, i);
    }

    StartOrder run()
    {
        for (int i = 0; i < m_infos.size(); ++i)
            visit(i);
        return m_result;
    }

private:
    bool refuse(int index, const QString &sentence)
    {
        m_result.refused.insert(index, sentence);
        return false;
    }

    /// True: it and all it requires can start, and stand in the order.
    bool visit(int index)
    {
        if (m_done.contains(index) || m_out.contains(index) || m_result.refused.contains(index))
            return m_done.contains(index);
        const ExtensionInfo &info = m_infos[index];
        m_path.append(index);
        const bool ok = std::all_of(info.requirements.begin(), info.requirements.end(),
                                    [this, index](const Requirement &r) { return satisfied(index, r); });
        m_path.removeLast();
        if (ok) {
            m_done.insert(index);
            m_result.order.append(index);
        }
        return ok;
    }

    bool satisfied(int index, const Requirement &requirement)
    {
        const auto found = m_byId.constFind(requirement.id);
        if (found == m_byId.constEnd())
            return refuse(index, Tr::tr("It requires the plugin \"%1\", which is not installed.").arg(requirement.id));
        const ExtensionInfo &other = m_infos[*found];
        if (!other.provides(requirement.version))
            return refuse(index, Tr::tr("It requires \"%1\" %2, but here is version %3, which works with %4 and newer.")
                                     .arg(requirement.id, requirement.version.toString(), other.version.toString(),
                                          other.compatVersion.toString()));
        if (m_path.contains(*found))
            return refuse(index, Tr::tr("It and \"%1\" require each other.").arg(requirement.id));
        if (!visit(*found))
            return refuse(index, Tr::tr("It requires \"%1\", which does not run.").arg(requirement.id));
        return true;
    }

    const QList<ExtensionInfo> &m_infos;
    const QSet<int> &m_out;
    QHash<QString, int> m_byId;
    QList<int> m_path;
    QSet<int> m_done;
    StartOrder m_result;
};
} // namespace

StartOrder resolveOrder(const QList<ExtensionInfo> &infos, const QSet<int> &unavailable)
{
    return Resolver(infos, unavailable).run();
}

} // namespace crm
