// The files of a ZIP archive, each read as a stream. Made for archives that strangers send: what grows beyond all
// measure while it is unpacked ends in a refusal, not in a full memory.
//
//     ZipReader zip(device);
//     std::unique_ptr<ZipPart> part = zip.open("xl/workbook.xml");       // null: there is no such file
//
// The device must be open, seekable, and outlive the reader; the reader must outlive its parts. Throws
// Error(Unsupported) for what is no archive, is encrypted or damaged. Thread: the device's.
#pragma once
#include "core/core_export.h"
#include <QIODevice>
#include <QString>
#include <limits>
#include <memory>

namespace crm {

/// One file of an archive, unpacked as it is read; sequential.
class CRM_CORE ZipPart : public QIODevice
{
public:
    ~ZipPart() override;
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_ended; }
    /// Not empty: reading has ended early, and why.
    const QString &fault() const { return m_fault; }
    /// Reading ends with a fault after so many bytes more, unless this is called again: for what is to come in pieces.
    void allow(qint64 bytes) { m_allowed = m_unpacked + bytes; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    friend class ZipReader;
    ZipPart(void *file, qint64 packed);
    qint64 fail(const QString &sentence);

    void *m_file;
    qint64 m_packed, m_unpacked = 0, m_allowed = std::numeric_limits<qint64>::max();
    QString m_fault;
    bool m_ended = false;
};

class CRM_CORE ZipReader
{
public:
    explicit ZipReader(QIODevice &device);
    ~ZipReader();
    ZipReader(const ZipReader &) = delete;
    ZipReader &operator=(const ZipReader &) = delete;

    bool contains(const QString &name) const;
    /// Bytes of the file as the archive says, unpacked; -1: there is no such file.
    qint64 sizeOf(const QString &name) const;
    /// Reading from it ends early, with a fault(), where the archive is damaged or unpacks to more than a workbook can
    /// hold.
    std::unique_ptr<ZipPart> open(const QString &name) const;
    /// All of a small file. Throws Error(Unsupported) if it is larger than most bytes or damaged; empty: no such file.
    QByteArray read(const QString &name, qint64 most) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace crm
