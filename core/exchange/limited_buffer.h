// The content of a file that may be as large as a film, for those who want it in memory only if it is small.
#pragma once
#include <QBuffer>

namespace crm {

/// Takes so many bytes and no more: what writes to it then fails.
class LimitedBuffer : public QBuffer
{
public:
    explicit LimitedBuffer(qint64 mostBytes)
        : m_most(mostBytes)
    {}
    bool wasTooLong() const { return m_wasTooLong; }

protected:
    qint64 writeData(const char *bytes, qint64 count) override
    {
        m_wasTooLong = m_wasTooLong || pos() + count > m_most;
        return m_wasTooLong ? -1 : QBuffer::writeData(bytes, count);
    }

private:
    const qint64 m_most;
    bool m_wasTooLong = false;
};

} // namespace crm
